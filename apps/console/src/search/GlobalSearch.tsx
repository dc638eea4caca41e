import { Autocomplete } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { searchApi } from '@wangge/contracts';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { client } from '../data/client';
import { listAddress } from '../events/list/list-address';
import { useTexts } from '../i18n/use-texts';
import { gridAddress, recordAddress, registerAddress } from '../registers/register-address';
import { useLabel } from '../registers/register-words';
import { Icon } from '../ui/Icon';
import { useDebounced } from '../ui/use-debounced';
import { FoundOption } from './FoundOption';
import { optionsOf, type SearchOption } from './search-options';
import { useSearchKeys } from './use-search-keys';

/** One box for records, events and places: Ctrl K or / from anywhere, arrows and Enter to open what was found. */
export function GlobalSearch() {
  const t = useTexts();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useSearchKeys(() => input.current?.select());
  const [open, setOpen] = useState(false);
  const words = typed.trim();
  const { options, searching } = useOptions(useDebounced(words, 200));
  const choose = (option: SearchOption) => {
    setTyped('');
    input.current?.blur();
    const { to, q } = addressOf(option, words);
    // A name or a number goes along in memory: addresses are remembered and passed on.
    void navigate(to, q === undefined ? {} : { state: { q } });
  };
  return (
    <Autocomplete<SearchOption>
      className="global-search"
      autoHighlight
      blurOnSelect
      value={null}
      inputValue={typed}
      options={options}
      open={open && words !== ''}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      loading={searching}
      loadingText={t('console.loading')}
      noOptionsText={t('console.search.none')}
      filterOptions={(all) => all}
      groupBy={({ group }) => group}
      renderGroup={({ key, group, children }) => (
        // biome-ignore lint/a11y/useSemanticElements: a list box holds groups of options, and no fieldset.
        <li key={key} role="group" aria-label={group}>
          <div className="MuiListSubheader-root MuiAutocomplete-groupLabel" aria-hidden="true">
            {group}
          </div>
          <ul className="MuiAutocomplete-groupUl" role="presentation">
            {children}
          </ul>
        </li>
      )}
      getOptionKey={({ key }) => key}
      getOptionLabel={() => typed}
      slotProps={{ paper: { className: 'found-paper' } }}
      onInputChange={(_, text, reason) => {
        if (reason === 'input') setTyped(text);
        if (reason === 'clear') setTyped('');
      }}
      onChange={(_, choice) => choice && choose(choice)}
      renderOption={({ key, ...props }, option) => (
        <li key={key} {...props}>
          <FoundOption option={option} />
        </li>
      )}
      renderInput={({ slotProps }) => (
        <label className="search-box" ref={slotProps.input.ref}>
          <Icon name="search" />
          <input
            {...slotProps.htmlInput}
            ref={join(slotProps.htmlInput.ref, input)}
            type="search"
            autoComplete="off"
            maxLength={60}
            aria-label={t('console.search')}
            placeholder={t('console.search')}
            title={t('console.search.how')}
          />
          <kbd aria-hidden="true">Ctrl K</kbd>
        </label>
      )}
    />
  );
}

function useOptions(words: string): { readonly options: readonly SearchOption[]; readonly searching: boolean } {
  const t = useTexts();
  const labelOf = useLabel();
  const { data, isFetching } = useQuery({
    queryKey: ['search', words],
    queryFn: () => client.call(searchApi.find, { body: { words } }),
    enabled: words !== '',
    gcTime: 60_000,
  });
  const found = words === '' ? undefined : data;
  const options = found ? optionsOf(found, { labelOf, events: t('console.events'), grids: t('console.search.grids') }) : [];
  return { options, searching: isFetching };
}

function addressOf(option: SearchOption, words: string): { readonly to: string; readonly q?: string } {
  switch (option.kind) {
    case 'record':
      return { to: recordAddress(option.register, option.hit.id) };
    case 'event':
      return { to: `/events/${option.event.id}/show` };
    case 'grid':
      return { to: gridAddress(option.node.code) };
    case 'all':
      return option.register === null
        ? { to: listAddress({ queue: 'all', q: words }) }
        : { to: registerAddress(option.register), q: words };
  }
}

type InputRef = React.Ref<HTMLInputElement> | undefined;

function join(theirs: InputRef, ours: React.RefObject<HTMLInputElement | null>) {
  return (element: HTMLInputElement | null) => {
    ours.current = element;
    if (typeof theirs === 'function') theirs(element);
    else if (theirs) theirs.current = element;
  };
}
