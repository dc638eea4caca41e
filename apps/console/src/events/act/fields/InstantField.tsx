import { TextField } from '@mui/material';
import { useState } from 'react';
import type { FieldProps } from '../field-props';

/** A date and time as typed on a clock in China, whatever the computer's own zone. */
export function InstantField({ id, label, required, fault, onChange }: FieldProps) {
  const [typed, setTyped] = useState('');
  return (
    <TextField
      id={id}
      type="datetime-local"
      label={label}
      required={required}
      error={fault !== undefined}
      helperText={fault}
      value={typed}
      slotProps={{ inputLabel: { shrink: true } }}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(target.value === '' ? undefined : `${target.value}:00+08:00`);
      }}
    />
  );
}
