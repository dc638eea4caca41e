import { Autocomplete, TextField } from '@mui/material';
import { placePath } from '@wangge/look';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { useDebounced } from '../../ui/use-debounced';
import { useFound, useRecord, useRegister } from '../register-queries';

interface ReferenceInputProps {
  readonly id: string;
  readonly label: string;
  /** The register it points into. */
  readonly register: string;
  /** The id of the record, or nothing. */
  readonly value: string;
  /** What that record is called, where it is known already. */
  readonly title: string | undefined;
  readonly onChange: (id: string) => void;
  readonly required?: boolean;
  readonly wrong?: boolean;
  readonly help?: string | undefined;
}

interface Option {
  readonly id: string;
  readonly title: string;
  readonly where: string;
}

/** A record of another register, found as it is typed. */
export function ReferenceInput(props: ReferenceInputProps) {
  const { id, label, register, value, title, onChange, required = false, wrong = false, help } = props;
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const known = useRegister(register);
  const found = useFound(register, useDebounced(typed.trim(), 250), open && Boolean(known));
  const [picked, setPicked] = useState<Option>();
  const own = useRecord(register, value && picked?.id !== value && title === undefined && known ? value : undefined).data;
  const chosen = value ? { id: value, title: titleOf(value, picked, title, own?.title), where: '' } : null;
  const options: readonly Option[] = (found.data?.items ?? []).map((record) => ({
    id: record.id,
    title: record.title,
    where: placePath(record.names).join(' / '),
  }));
  return (
    <Autocomplete<Option>
      id={id}
      options={options}
      value={chosen}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      disabled={known === null}
      loading={found.isFetching}
      loadingText={t('console.loading')}
      noOptionsText={t('console.registers.reference-none')}
      clearText={t('console.clear')}
      openText={t('console.open')}
      closeText={t('do.close')}
      getOptionKey={(option) => option.id}
      getOptionLabel={(option) => option.title}
      isOptionEqualToValue={(option, other) => option.id === other.id}
      filterOptions={(all) => all}
      onInputChange={(_, text, reason) => setTyped(reason === 'input' ? text : '')}
      onChange={(_, choice) => {
        setPicked(choice ?? undefined);
        onChange(choice?.id ?? '');
      }}
      renderOption={({ key, ...rest }, option) => (
        <li key={option.id} {...rest}>
          <span className="reference-option">
            <span>{option.title}</span>
            <span className="muted">{option.where}</span>
          </span>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          required={required}
          error={wrong}
          placeholder={t('console.registers.reference-search')}
          helperText={known === null ? t('console.registers.reference-denied') : help}
        />
      )}
    />
  );
}

const titleOf = (id: string, picked: Option | undefined, given: string | undefined, own: string | undefined): string =>
  picked?.id === id ? picked.title : (given ?? own ?? '…');
