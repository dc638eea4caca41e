import { Autocomplete } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { placePath } from '@wangge/look';
import { type EventRow, eventsApi } from '@wangge/contracts';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { client } from '../data/client';
import { listAddress } from '../events/list/list-address';
import { useTexts } from '../i18n/use-texts';
import { Icon } from '../ui/Icon';
import { StatusWord } from '../ui/Mark';
import { useDebounced } from '../ui/use-debounced';

/** By number or words; Enter without a choice opens the list of all that match. Ctrl K from anywhere. */
export function GlobalSearch() {
  const t = useTexts();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useCtrlK(() => input.current?.select());
  const found = useFound(useDebounced(typed.trim(), 250));
  const open = (to: string) => {
    setTyped('');
    input.current?.blur();
    void navigate(to);
  };
  return (
    <Autocomplete<EventRow, false, false, true>
      className="global-search"
      freeSolo
      blurOnSelect
      value={null}
      inputValue={typed}
      options={found}
      filterOptions={(options) => options}
      getOptionLabel={(option) => (typeof option === 'string' ? option : option.number)}
      onInputChange={(_, text, reason) => reason === 'input' && setTyped(text)}
      onChange={(_, choice) => {
        if (typeof choice === 'string') open(listAddress({ queue: 'all', q: choice.trim() }));
        else if (choice) open(`/events/${choice.id}/show`);
      }}
      renderOption={({ key, ...props }, row) => (
        <li key={row.id} {...props}>
          <span className="found">
            <b>{row.number}</b>
            <span className="found-title">{row.title}</span>
            <StatusWord status={row.status} />
            <span className="muted found-place">{[...placePath(row.names), row.place].filter(Boolean).join(' / ')}</span>
          </span>
        </li>
      )}
      renderInput={({ slotProps }) => (
        <label className="search-box" ref={slotProps.input.ref}>
          <Icon name="search" />
          <input
            {...slotProps.htmlInput}
            ref={join(slotProps.htmlInput.ref, input)}
            type="search"
            aria-label={t('console.search')}
            placeholder={t('console.search')}
          />
          <kbd aria-hidden="true">Ctrl K</kbd>
        </label>
      )}
    />
  );
}

function useFound(q: string): readonly EventRow[] {
  const { data } = useQuery({
    queryKey: ['events', 'found', q],
    queryFn: () => client.call(eventsApi.list, { query: { q, perPage: 8 } }),
    enabled: q.length > 1,
  });
  return q.length > 1 ? (data?.items ?? []) : [];
}

function useCtrlK(focus: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

type InputRef = React.Ref<HTMLInputElement> | undefined;

function join(theirs: InputRef, ours: React.RefObject<HTMLInputElement | null>) {
  return (element: HTMLInputElement | null) => {
    ours.current = element;
    if (typeof theirs === 'function') theirs(element);
    else if (theirs) theirs.current = element;
  };
}
