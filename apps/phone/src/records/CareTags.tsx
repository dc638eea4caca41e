import type { RegisterView } from '@wangge/contracts';
import { useReply } from '../data/use-reply';
import { useWords } from '../data/words';
import { careTags } from './record-questions';
import { useLabel } from './use-label';

/** What tells the worker to help, as far as it holds today; a note says how. */
export function CareTags({ register: { name, tagKinds }, id }: { register: RegisterView; id: string }) {
  const t = useWords();
  const labelOf = useLabel();
  const kinds = tagKinds.filter(({ group }) => group === 'care');
  const { data } = useReply(...careTags(name, kinds.length > 0 ? id : undefined));
  const valid = data?.items.filter(({ state }) => state === 'valid') ?? [];
  if (valid.length === 0) return null;
  return (
    <ul class="care-tags" aria-label={t('phone.care-tags')}>
      {valid.map(({ id: tagId, kind: code, note, expiresOn }) => {
        const kind = kinds.find((each) => each.code === code);
        const tag = kind ? labelOf(kind.label) : code;
        return (
          <li key={tagId} title={t('phone.care-until', { tag, until: expiresOn })}>
            {note === null ? tag : `${tag} · ${note}`}
          </li>
        );
      })}
    </ul>
  );
}
