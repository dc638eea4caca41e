import { Autocomplete, MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { gridsApi, Role } from '@wangge/contracts';
import { useState } from 'react';
import { client } from '../data/client';
import { useDepartments } from '../events/event-queries';
import { useTexts } from '../i18n/use-texts';
import { useMe } from '../layout/use-me';
import { Icon } from '../ui/Icon';
import { useDebounced } from '../ui/use-debounced';
import { type AssignmentDraft, isHeldInDepartment } from './account-draft';

interface AssignmentFieldsProps {
  readonly assignments: readonly AssignmentDraft[];
  readonly onChange: (assignments: readonly AssignmentDraft[]) => void;
}

/** Which posts an account has, each at a node of the tree or in a department. */
export function AssignmentFields({ assignments, onChange }: AssignmentFieldsProps) {
  const t = useTexts();
  const { districtCode } = useMe();
  const replace = (index: number, next: AssignmentDraft) =>
    onChange(assignments.map((draft, at) => (at === index ? next : draft)));
  return (
    <fieldset className="assignments">
      <legend>{t('console.accounts.roles')}</legend>
      {assignments.map(({ role, place }, index) => (
        <div key={index} className="assignment">
          <TextField
            select
            label={t('console.accounts.role')}
            value={role}
            onChange={({ target }) => {
              const next = Role.parse(target.value);
              replace(index, {
                role: next,
                place:
                  isHeldInDepartment(next) === isHeldInDepartment(role) ? place : isHeldInDepartment(next) ? '' : districtCode,
              });
            }}
          >
            {Role.options.map((option) => (
              <MenuItem key={option} value={option}>
                {t(`role.${option}`)}
              </MenuItem>
            ))}
          </TextField>
          {isHeldInDepartment(role) ? (
            <DepartmentPlace value={place} onChange={(next) => replace(index, { role, place: next })} />
          ) : (
            <GridPlace value={place} onChange={(next) => replace(index, { role, place: next })} />
          )}
          {assignments.length > 1 && (
            <button
              type="button"
              className="icon-button"
              aria-label={t('console.accounts.remove-role', { role: t(`role.${role}`) })}
              onClick={() => onChange(assignments.filter((_, at) => at !== index))}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        className="link"
        onClick={() => onChange([...assignments, { role: 'grid-worker', place: districtCode }])}
      >
        {t('console.accounts.add-role')}
      </button>
    </fieldset>
  );
}

interface PlaceProps {
  readonly value: string;
  readonly onChange: (place: string) => void;
}

function DepartmentPlace({ value, onChange }: PlaceProps) {
  const t = useTexts();
  const { data } = useDepartments();
  return (
    <TextField select label={t('console.department')} required value={value} onChange={({ target }) => onChange(target.value)}>
      {(data?.items ?? []).map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}

function GridPlace({ value, onChange }: PlaceProps) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 250);
  const found =
    useQuery({ queryKey: ['grids', 'found', q], queryFn: () => client.call(gridsApi.list, { query: q ? { q } : {} }) }).data
      ?.items ?? [];
  const chosen = useQuery({
    queryKey: ['grid', value],
    queryFn: () => client.call(gridsApi.get, { params: { code: value } }),
    enabled: value !== '',
  }).data;
  const nodes = chosen && !found.some(({ code }) => code === chosen.code) ? [chosen, ...found] : found;
  return (
    <Autocomplete
      options={nodes}
      value={nodes.find(({ code }) => code === value) ?? null}
      getOptionKey={({ code }) => code}
      getOptionLabel={({ name, code }) => `${name} ${code}`}
      filterOptions={(options) => options}
      onInputChange={(_, text, reason) => reason === 'input' && setTyped(text)}
      onChange={(_, node) => onChange(node?.code ?? '')}
      noOptionsText={t('console.tree.none')}
      openText={t('console.open')}
      closeText={t('do.close')}
      clearText={t('console.clear')}
      fullWidth
      renderInput={(params) => <TextField {...params} label={t('console.accounts.node')} required />}
    />
  );
}
