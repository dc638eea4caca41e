import type { DepartmentView } from '@wangge/contracts';
import { useState } from 'react';
import { useDepartments } from '../events/event-queries';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { useMay } from '../layout/use-me';
import { ErrorNotice, Skeleton } from '../ui/Notice';
import { DissolveDialog } from './DissolveDialog';

/** The departments of the district, for whoever keeps its organization. */
export function DepartmentsPage() {
  const t = useTexts();
  const mayDissolve = useMay('department.dissolve');
  const { data, error, refetch } = useDepartments();
  const [leaving, setLeaving] = useState<DepartmentView>();
  useCrumbs({ text: t('console.departments') });
  return (
    <div className="accounts">
      <header className="list-head">
        <h1>{t('console.departments')}</h1>
      </header>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} height={20} />}
      {data && (
        <div className="table-frame">
          <table className="event-table">
            <thead>
              <tr>
                <th scope="col">{t('console.departments.name')}</th>
                <th scope="col">{t('console.departments.serves')}</th>
                <th scope="col">{t('console.actions')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((department) => (
                <tr key={department.id}>
                  <td>{department.name}</td>
                  <td>{department.serves}</td>
                  <td>
                    {mayDissolve && (
                      <button type="button" className="link" onClick={() => setLeaving(department)}>
                        {t('console.departments.dissolve')}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {leaving && <DissolveDialog department={leaving} onClose={() => setLeaving(undefined)} />}
    </div>
  );
}
