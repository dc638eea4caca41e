import { placePath } from '@wangge/look';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { StatusWord } from '../ui/Mark';
import type { SearchOption } from './search-options';

/** One find: what it is called, why it was found where that is not its name, and where it lies. */
export function FoundOption({ option }: { readonly option: SearchOption }) {
  const t = useTexts();
  const labelOf = useLabel();
  switch (option.kind) {
    case 'record': {
      const { title, by, names } = option.hit;
      return (
        <span className="found">
          <b>{title}</b>
          <span className="found-title muted">{by.value === title ? '' : `${labelOf(by.label)} ${by.value}`}</span>
          <span />
          <span className="muted found-place">{placePath(names).join(' / ')}</span>
        </span>
      );
    }
    case 'event': {
      const { number, title, status, names, place } = option.event;
      return (
        <span className="found">
          <b>{number}</b>
          <span className="found-title">{title}</span>
          <StatusWord status={status} />
          <span className="muted found-place">{[...placePath(names), place].filter(Boolean).join(' / ')}</span>
        </span>
      );
    }
    case 'grid':
      return (
        <span className="found">
          <b>{option.node.name}</b>
          <span className="found-title muted">{option.node.code}</span>
        </span>
      );
    case 'all':
      return (
        <span className="found-all">
          {t(option.atLeast ? 'console.search.all-more' : 'console.search.all', { count: option.total, group: option.group })}
        </span>
      );
  }
}
