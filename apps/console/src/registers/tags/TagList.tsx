import { type RecordTag, registerTagsApi } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { client } from '../../data/client';
import { useTexts } from '../../i18n/use-texts';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { useNow } from '../../ui/use-now';
import { useLabel } from '../register-words';
import { TagDialog } from './TagDialog';
import type { TagsProps } from './tags-props';

interface TagListProps extends TagsProps {
  readonly tags: readonly RecordTag[];
  readonly onChange: (tag: RecordTag) => void;
}

/** Those that hold first; what holds no more is folded away. */
export function TagList({ tags, ...rest }: TagListProps) {
  const t = useTexts();
  const [present, past] = [tags.filter(({ state }) => state !== 'ended'), tags.filter(({ state }) => state === 'ended')];
  return (
    <>
      {present.length === 0 && <p className="muted">{t('console.tags.none')}</p>}
      <ul className="tag-list">
        {present.map((tag) => (
          <TagItem key={tag.id} tag={tag} {...rest} />
        ))}
      </ul>
      {past.length > 0 && (
        <details className="tags-past">
          <summary className="muted">{t('console.tags.past', { count: past.length })}</summary>
          <ul className="tag-list">
            {past.map((tag) => (
              <TagItem key={tag.id} tag={tag} {...rest} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface TagItemProps extends TagsProps {
  readonly tag: RecordTag;
  readonly onChange: (tag: RecordTag) => void;
}

function TagItem({ register, record, tag, onChange }: TagItemProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const [open, setOpen] = useState<'renew' | 'end'>();
  const kind = register.tagKinds.find(({ code }) => code === tag.kind);
  const end = useEnd({ register, record }, tag, onChange);
  const name = kind ? labelOf(kind.label) : tag.kind;
  const close = () => setOpen(undefined);
  return (
    <li className={`tag-${tag.state}`}>
      <span className="tag">{name}</span>
      <span>
        {t(`console.tags.${tag.state}`, { since: tag.since, until: tag.expiresOn })}
        <span className="muted"> · {tag.source}</span>
        {tag.note !== null && <span className="muted"> · {tag.note}</span>}
        <TagHistory tag={tag} />
      </span>
      {kind?.mayWrite && tag.state !== 'ended' && (
        <span className="tag-do">
          <button type="button" className="link" aria-label={`${t('console.tags.renew')} ${name}`} onClick={() => setOpen('renew')}>
            {t('console.tags.renew')}
          </button>
          <button type="button" className="link" aria-label={`${t('console.tags.end')} ${name}`} onClick={() => setOpen('end')}>
            {t('console.tags.end')}
          </button>
        </span>
      )}
      {open === 'renew' && kind && <TagDialog record={record} kinds={[kind]} tag={tag} onDone={onChange} onClose={close} />}
      {open === 'end' && (
        <ReasonDialog
          title={t('console.tags.end-title', { tag: name, title: record.title })}
          why={t('console.tags.end-why')}
          label={t('console.tags.end-reason')}
          example={t('console.tags.end-example')}
          button={t('console.tags.end')}
          onSend={async (reason) => {
            await end(reason);
            close();
          }}
          onClose={close}
        />
      )}
    </li>
  );
}

function useEnd({ register, record }: TagsProps, tag: RecordTag, onChange: (tag: RecordTag) => void) {
  const t = useTexts();
  const notify = useNotify();
  return async (reason: string): Promise<void> => {
    const params = { register: register.name, id: record.id, tag: tag.id };
    onChange(await client.call(registerTagsApi.end, { params, body: { version: tag.version, reason } }));
    notify(t('console.tags.done'), { type: 'success' });
  };
}

/** Who added it, confirmed it and ended it: opened by whoever asks. */
function TagHistory({ tag: { changes } }: { readonly tag: RecordTag }) {
  const t = useTexts();
  const now = useNow();
  return (
    <details>
      <summary className="muted">{t('console.tags.history')}</summary>
      <ul className="looks">
        {changes.map(({ at, actor, deed, source, reason, expiresOn }) => (
          <li key={at}>
            <time className="muted" dateTime={at}>
              {instantWords(at, now, t)}
            </time>
            <span>
              {t(`console.tags.deed.${deed}`, { actor, until: expiresOn })}
              <span className="muted"> · {reason ?? source}</span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
