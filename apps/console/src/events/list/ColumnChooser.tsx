import { Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import { MenuCheck } from '../../ui/MenuCheck';

export interface ChoosableColumn {
  readonly id: string;
  readonly text: string;
  readonly on: boolean;
  /** Stays: it is what the row is called by. */
  readonly fixed: boolean;
}

interface ColumnChooserProps {
  readonly columns: readonly ChoosableColumn[];
  readonly onToggle: (id: string) => void;
}

export function ColumnChooser({ columns, onToggle }: ColumnChooserProps) {
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
        {columns.map(({ id, text, on, fixed }) => (
          <MenuItem key={id} role="menuitemcheckbox" aria-checked={on} disabled={fixed} onClick={() => onToggle(id)}>
            <MenuCheck on={on} />
            {text}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
