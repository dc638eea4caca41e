import { TextField } from '@mui/material';
import type { FieldProps } from '../field-props';

const MOST = 1000;

export function TextInput({ id, label, required, fault, value, onChange }: FieldProps) {
  return (
    <TextField
      id={id}
      label={label}
      required={required}
      error={fault !== undefined}
      helperText={fault ?? (value.length > MOST * 0.8 ? `${value.length} / ${MOST}` : undefined)}
      value={value}
      multiline
      minRows={2}
      maxRows={8}
      slotProps={{ htmlInput: { maxLength: MOST } }}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
