import { placeNameOf } from '@wangge/domain';
import { instantWords } from '@wangge/look';
import { TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { eventsApi } from '@wangge/contracts';
import { useState } from 'react';
import { client } from '../../../data/client';
import { useTexts } from '../../../i18n/use-texts';
import { StatusWord } from '../../../ui/Mark';
import { Skeleton } from '../../../ui/Notice';
import { useDebounced } from '../../../ui/use-debounced';
import { useNow } from '../../../ui/use-now';
import { useNearby } from '../../event-queries';
import type { FieldProps } from '../field-props';
import { type Choice, Choices } from './Choices';

/** Where to merge to: what lies near, or any other found by its number. */
export function EventField(field: FieldProps) {
  const t = useTexts();
  const now = useNow();
  const [typed, setTyped] = useState('');
  const nearby = useNearby(field.event.id);
  const found = useByNumber(useDebounced(typed.trim(), 300), field.event.id);
  if (!nearby.data) return <Skeleton lines={4} />;
  const near = nearby.data.items.map((event) => ({ ...event, how: t('unit.metres', { count: Math.round(event.distance) }) }));
  const others = found
    .filter(({ id }) => !near.some((event) => event.id === id))
    .map((event) => ({ ...event, how: placeNameOf(event.names.community) }));
  const choices: Choice[] = [...near, ...others].map(({ id, number, title, status, reportedAt, how }) => ({
    value: id,
    title: (
      <>
        <span>{title}</span>
        <StatusWord status={status} />
      </>
    ),
    more: [number, how, instantWords(reportedAt, now, t)].join(' · '),
  }));
  return (
    <>
      {choices.length > 0 ? <Choices {...field} choices={choices} /> : <p className="muted">{t('console.merge.none-near')}</p>}
      <TextField
        id={choices.length > 0 ? `${field.id}-number` : field.id}
        label={t('console.merge.by-number')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        helperText={choices.length === 0 ? field.fault : undefined}
        error={choices.length === 0 && field.fault !== undefined}
      />
    </>
  );
}

function useByNumber(q: string, self: string) {
  const { data } = useQuery({
    queryKey: ['events', 'by-number', q],
    queryFn: () => client.call(eventsApi.list, { query: { q, perPage: 5 } }),
    enabled: q.length > 3,
  });
  return q.length > 3 ? (data?.items ?? []).filter(({ id }) => id !== self) : [];
}
