import { Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useLogout } from 'react-admin';
import { LOCALES } from '@wangge/texts';
import { useTexts } from '../i18n/use-texts';
import { Icon } from '../ui/Icon';
import { roleWords } from './role-words';
import { useMe } from './use-me';

export function AccountMenu() {
  const t = useTexts();
  const me = useMe();
  const logout = useLogout();
  const [locale, setLocale] = useLocaleState();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <button
        type="button"
        className="account"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <span className="avatar" aria-hidden="true">
          {[...me.name][0]}
        </span>
        {me.name}
        <Icon name="down" size={12} />
      </button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem disabled className="account-facts">
          <strong>{me.username}</strong>
          {me.assignments.map((assignment) => (
            <span key={JSON.stringify(assignment)}>{roleWords(assignment, t)}</span>
          ))}
        </MenuItem>
        {LOCALES.filter((other) => other !== locale).map((other) => (
          <MenuItem
            key={other}
            lang={other}
            onClick={() => {
              setLocale(other);
              close();
            }}
          >
            {t(`language.${other}`)}
          </MenuItem>
        ))}
        <MenuItem onClick={() => logout()}>{t('do.sign-out')}</MenuItem>
      </Menu>
    </>
  );
}
