import type { RecordPicture, RegisterView } from '@wangge/contracts';
import { attachmentKindOf } from '@wangge/domain';
import { instantWords } from '@wangge/look';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { useNow } from '../ui/use-now';

interface LooksSectionProps {
  readonly register: RegisterView;
  readonly looks: RecordPicture['looks'];
}

/** Who has read what is shown masked: when, which fields, and the reason given. */
export function LooksSection({ register, looks: { total, items } }: LooksSectionProps) {
  const t = useTexts();
  const now = useNow();
  const labelOf = useLabel();
  const words = (name: string) => {
    const field = register.fields.find((each) => each.name === name) ?? attachmentKindOf(register.attachments, name);
    return field ? labelOf(field.label) : name;
  };
  return (
    <section aria-labelledby="looks-title">
      <h2 id="looks-title">
        {t('console.picture.looks')} <span className="related-count">{total}</span>
      </h2>
      {total === 0 && <p className="muted">{t('console.picture.looks-none')}</p>}
      <ul className="looks">
        {items.map(({ at, actor, fields, reason }) => (
          <li key={`${at} ${actor} ${fields.join()}`}>
            <time className="muted" dateTime={at}>
              {instantWords(at, now, t)}
            </time>
            <span>
              <b>{actor}</b> {t('console.picture.looked-at', { fields: fields.map(words).join(t('list.comma')) })}
              {reason !== null && <span className="muted"> · {reason}</span>}
            </span>
          </li>
        ))}
      </ul>
      {total > items.length && <p className="muted">{t('console.picture.newest-only', { count: items.length })}</p>}
    </section>
  );
}
