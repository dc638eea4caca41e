import type { ImportView, RegisterView } from '@wangge/contracts';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { LikenessWords } from '../registers/duplicates/LikenessWords';
import { recordAddress } from '../registers/register-address';
import { ReturnedFileLink } from './ReturnedFileLink';

interface AlikeRowsProps {
  readonly register: RegisterView;
  readonly given: ImportView;
}

/** New rows that may be there already: told, and imported all the same where nobody minds. */
export function AlikeRows({ register, given }: AlikeRowsProps) {
  const t = useTexts();
  const { alike, counts } = given;
  return (
    <section aria-labelledby="import-alike">
      <header className="import-wrong-head">
        <h2 id="import-alike">
          {t('console.import.alike')} <span className="related-count">{alike.total}</span>
        </h2>
        {counts?.wrong === 0 && <ReturnedFileLink given={given} />}
      </header>
      <p className="muted">{t('console.import.alike-why', { count: alike.total })}</p>
      <div className="table-frame">
        <table className="event-table import-wrong">
          <caption className="visually-hidden">{t('console.import.alike')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('console.import.row')}</th>
              <th scope="col">{t('console.import.alike-record')}</th>
            </tr>
          </thead>
          <tbody>
            {alike.items.map(({ row, record, likeness }) => (
              <tr key={row}>
                <td>{row}</td>
                <td>
                  <Link to={recordAddress(register.name, record.id)}>{record.title}</Link>
                  <LikenessWords register={register} likeness={likeness} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
