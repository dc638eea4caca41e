import { Autocomplete, TextField } from '@mui/material';
import { useMemo } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useClasses } from './event-queries';

interface ClassSelectProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string | undefined) => void;
  readonly required?: boolean;
  readonly fault?: string | undefined;
  readonly wrong?: boolean;
}

/** A matter class by its name, code or old code, under the headings of the standard. */
export function ClassSelect({ id, label, value, onChange, required = false, fault, wrong = false }: ClassSelectProps) {
  const t = useTexts();
  const { data, isLoading } = useClasses();
  const classes = useMemo(() => [...(data?.items ?? [])].sort((a, b) => (a.code < b.code ? -1 : 1)), [data]);
  return (
    <Autocomplete
      id={id}
      options={classes}
      loading={isLoading}
      loadingText={t('console.loading')}
      noOptionsText={t('console.class.none')}
      clearText={t('console.clear')}
      openText={t('console.open')}
      closeText={t('do.close')}
      value={classes.find(({ code }) => code === value) ?? null}
      groupBy={({ majorName }) => majorName}
      getOptionLabel={({ name, code }) => `${name} ${code}`}
      getOptionKey={({ code }) => code}
      filterOptions={(options, { inputValue }) => {
        const wanted = inputValue.trim().toLowerCase();
        if (options.some(({ name, code }) => `${name} ${code}`.toLowerCase() === wanted)) return options;
        return options.filter(({ name, code, alias2013 }) =>
          [name, code, alias2013 ?? ''].some((text) => text.toLowerCase().includes(wanted)),
        );
      }}
      onChange={(_, choice) => onChange(choice?.code)}
      renderInput={(params) => <TextField {...params} label={label} required={required} error={wrong} helperText={fault} />}
    />
  );
}
