import { MenuItem, TextField } from '@mui/material';
import { placeNameOf } from '@wangge/domain';
import { useTexts } from '../../i18n/use-texts';
import { useMe } from '../../layout/use-me';
import { useChildren } from './move-queries';

interface DestinationSelectProps {
  /** The node chosen so far: a street, a community or a unit grid. */
  readonly code: string;
  /** The node below which one chooses; the whole district where it is left out. */
  readonly within?: string;
  readonly wrong: boolean;
  readonly gridWords: string;
  readonly onChange: (code: string) => void;
}

/** Street, community, unit grid, each out of the one before: also places outside one's own area. */
export function DestinationSelect({ code, within, wrong, gridWords, onChange }: DestinationSelectProps) {
  const t = useTexts();
  const { districtCode } = useMe();
  const root = within ?? districtCode;
  const steps = [
    { length: 9, parent: districtCode, words: t('console.move.street') },
    { length: 12, parent: code.slice(0, 9), words: t('console.move.community') },
    { length: 15, parent: code.slice(0, 12), words: gridWords },
  ];
  return (
    <div className="destination">
      {steps
        .filter(({ length }) => length > root.length)
        .map(({ length, parent, words }) => (
          <Step
            key={length}
            words={words}
            parent={parent.length === length - 3 ? parent : undefined}
            value={code.length >= length ? code.slice(0, length) : ''}
            wrong={wrong && code.length < Math.min(length, 12)}
            onChange={(chosen) => onChange(chosen || parent)}
          />
        ))}
    </div>
  );
}

interface StepProps {
  readonly words: string;
  readonly parent: string | undefined;
  readonly value: string;
  readonly wrong: boolean;
  readonly onChange: (code: string) => void;
}

function Step({ words, parent, value, wrong, onChange }: StepProps) {
  const t = useTexts();
  const { data } = useChildren(parent);
  const nodes = data?.items ?? [];
  return (
    <TextField
      select
      label={words}
      value={nodes.some(({ code }) => code === value) ? value : ''}
      disabled={parent === undefined}
      error={wrong}
      helperText={wrong ? t('console.move.pick') : undefined}
      onChange={({ target }) => onChange(target.value)}
    >
      {nodes.map(({ code, name }) => (
        <MenuItem key={code} value={code}>
          {placeNameOf(name)}
        </MenuItem>
      ))}
    </TextField>
  );
}
