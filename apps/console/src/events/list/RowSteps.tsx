import { Menu, MenuItem } from '@mui/material';
import type { EventRow } from '@wangge/contracts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import { nextStep, otherSteps } from '../act/next-step';
import type { StepToTake } from '../act/StepDrawer';

interface RowStepsProps {
  readonly row: EventRow;
  readonly onStep: (step: StepToTake) => void;
}

/** Bold is the viewer's own next step; without one the row can be looked at. */
export function RowSteps({ row, onStep }: RowStepsProps) {
  const t = useTexts();
  const next = nextStep(row.actions);
  const others = otherSteps(row.actions);
  return (
    <span className="row-steps">
      {next ? (
        <button type="button" className="link strong" onClick={() => onStep({ id: row.id, action: next })}>
          {t(`action.${next}`)}
        </button>
      ) : (
        <Link className="quiet" to={`/events/${row.id}/show`}>
          {t('console.look')}
        </Link>
      )}
      {others.length > 0 && <OtherSteps row={row} onStep={onStep} />}
    </span>
  );
}

function OtherSteps({ row, onStep }: RowStepsProps) {
  const t = useTexts();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={t('console.more-of', { number: row.number })}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <Icon name="more" />
      </button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {otherSteps(row.actions).map((action) => (
          <MenuItem
            key={action}
            onClick={() => {
              setAnchor(null);
              onStep({ id: row.id, action });
            }}
          >
            {t(`action.${action}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
