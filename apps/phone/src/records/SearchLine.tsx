import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../data/words';

/** Words are asked for when they are whole, not at each letter: every question costs a weak signal. */
export function SearchLine({ onSearch }: { onSearch: (q: string) => void }) {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const submit = (event: JSX.TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <search>
      <form class="search-line" onSubmit={submit}>
      <input
        type="search"
        value={typed}
        maxLength={60}
        autoComplete="off"
        placeholder={t('phone.records-search')}
        aria-label={t('phone.records-search')}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          if (currentTarget.value === '') onSearch('');
        }}
      />
      <button type="submit" class="btn soft">
        {t('phone.records-find')}
      </button>
      </form>
    </search>
  );
}
