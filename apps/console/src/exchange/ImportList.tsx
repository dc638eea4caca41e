import type { ImportView } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { Empty, ErrorNotice, Skeleton } from '../ui/Notice';
import { useNow } from '../ui/use-now';
import { importAddress } from './import-address';
import { useImports } from './import-queries';
import { stateClass } from './import-words';

/** The viewer's own imports of a register, newest first: one that was left is gone on with from here. */
export function ImportList({ register }: { readonly register: string }) {
  const t = useTexts();
  const { data, error, refetch } = useImports(register);
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} height={20} />;
  if (data.items.length === 0) return <Empty title={t('console.import.none')}>{t('console.import.none-why')}</Empty>;
  return (
    <div className="table-frame import-list">
      <table className="event-table">
        <caption className="visually-hidden">{t('console.import.earlier')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('console.import.file-name')}</th>
            <th scope="col">{t('console.import.at')}</th>
            <th scope="col">{t('console.status')}</th>
            <th scope="col" className="end">
              {t('console.import.rows')}
            </th>
            <th scope="col" className="end">
              {t('console.import.new')}
            </th>
            <th scope="col" className="end">
              {t('console.import.changed')}
            </th>
            <th scope="col" className="end">
              {t('console.import.wrong')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((each) => (
            <Row key={each.id} given={each} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ given: { id, register, fileName, createdAt, state, counts } }: { readonly given: ImportView }) {
  const t = useTexts();
  const now = useNow();
  return (
    <tr>
      <td>
        <Link to={importAddress(register, id)}>{fileName}</Link>
      </td>
      <td className="muted">{instantWords(createdAt, now, t)}</td>
      <td>
        <span className={stateClass(state)}>{t(`console.import.state.${state}`)}</span>
      </td>
      <td className="end">{counts?.rows ?? t('unit.none')}</td>
      <td className="end">{counts?.new ?? t('unit.none')}</td>
      <td className="end">{counts?.changed ?? t('unit.none')}</td>
      <td className="end">{counts?.wrong ?? t('unit.none')}</td>
    </tr>
  );
}
