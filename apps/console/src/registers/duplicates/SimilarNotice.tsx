import type { RecordView, RegisterView } from '@wangge/contracts';
import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/use-texts';
import { Notice } from '../../ui/Notice';
import { PlacePath } from '../../ui/PlacePath';
import type { RecordDraft } from '@wangge/domain';
import { recordAddress } from '../register-address';
import { useLabel } from '../register-words';
import { useSimilar } from './duplicate-queries';
import { LikenessWords } from './LikenessWords';

interface SimilarNoticeProps {
  readonly register: RegisterView;
  readonly draft: RecordDraft;
  /** The record that is being changed; left out for a new one. */
  readonly record?: RecordView;
}

/** Beside what is typed, in sight above the button that would save it: what may be there already. */
export function SimilarNotice({ register, draft, record }: SimilarNoticeProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const { data } = useSimilar(register, draft, record);
  if (!data || (data.items.length === 0 && data.elsewhere.length === 0)) return null;
  const names = data.elsewhere.map((name) => register.fields.find((field) => field.name === name)?.label);
  const fields = names.flatMap((label) => (label ? [labelOf(label)] : [])).join('、');
  return (
    <div className="similar" aria-live="polite">
      {fields !== '' && <Notice kind="warning">{t('console.similar.elsewhere', { fields })}</Notice>}
      {data.items.length > 0 && (
        <section aria-labelledby="similar-title">
          <h2 id="similar-title">{t('console.similar')}</h2>
          <p className="muted">{t('console.similar.why')}</p>
          <ul>
            {data.items.map(({ record: found, likeness }) => (
              <li key={found.id}>
                <b>{found.title}</b> <PlacePath names={found.names} />
                <LikenessWords register={register} likeness={likeness} />
                <Link to={recordAddress(register.name, found.id)}>{t('console.similar.open', { title: found.title })}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
