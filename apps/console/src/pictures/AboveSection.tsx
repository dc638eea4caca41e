import type { AboveRecord } from '@wangge/contracts';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { recordAddress } from '../registers/register-address';
import { useLabel } from '../registers/register-words';

/** One step further up: the building of a resident's household. */
export function AboveSection({ above }: { readonly above: readonly AboveRecord[] }) {
  const t = useTexts();
  const labelOf = useLabel();
  if (above.length === 0) return null;
  return (
    <section className="facts" aria-labelledby="above-title">
      <h2 id="above-title">{t('console.picture.above')}</h2>
      <dl>
        {above.map(({ register, id, title, label }) => (
          <div key={id} className="fact">
            <dt>{labelOf(label)}</dt>
            <dd>
              <Link to={recordAddress(register, id)}>{title}</Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
