import { Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import type { useColumns } from './columns';

export function ColumnChooser({ columns: { all, shown, toggle } }: { readonly columns: ReturnType<typeof useColumns> }) {
  const t = useTexts();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <button
        type="button"
        className="tool"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <Icon name="columns" />
        {t('console.columns')}
      </button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {all.map((column) => {
          const on = shown.includes(column);
          return (
            <MenuItem
              key={column.id}
              role="menuitemcheckbox"
              aria-checked={on}
              disabled={column.id === 'number'}
              onClick={() => toggle(column.id)}
            >
              <span className="column-tick">{on && <Icon name="check" size={14} />}</span>
              {t(column.title)}
            </MenuItem>
          );
        })}
      </Menu>
    </>
  );
}
