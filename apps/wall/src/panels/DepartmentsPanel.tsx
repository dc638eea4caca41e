import type { Board } from '@wangge/contracts';
import { NOTHING, numberText } from '../figures';
import { useLanguage } from '../language';
import { Mark } from '../Mark';
import { Empty, Panel } from './Panel';
import './departments.css';

type Department = Board['departments'][number];

const MOST = 6;
/** Per cent of the limit at which the track ends; the line of 100 stands inside it. */
const END = 130;
const YELLOW = 0.8;

/** Organizations, never persons: how much of its limits each one uses, the slowest first. */
export function DepartmentsPanel({ departments }: Pick<Board, 'departments'>) {
  const { t } = useLanguage();
  const shareOf = ({ usedShare }: Department) => usedShare ?? -1;
  const slowest = [...departments].sort((a, b) => shareOf(b) - shareOf(a) || b.overdue - a.overdue).slice(0, MOST);
  return (
    <Panel top={320} height={244} title={t('wall.departments')} note={t('wall.departments.note')}>
      {slowest.length === 0 ? (
        <Empty>{t('wall.departments.none')}</Empty>
      ) : (
        <>
          <table class="departments">
            <colgroup>
              <col style={{ width: 128 }} />
              <col style={{ width: 80 }} />
              <col style={{ width: 36 }} />
              <col style={{ width: 48 }} />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">
                  <span class="visually-hidden">{t('wall.department')}</span>
                </th>
                <th scope="col" colSpan={2}>
                  {t('wall.departments.used')}
                </th>
                <th scope="col">{t('wall.flow.overdue')}</th>
              </tr>
            </thead>
            <tbody>
              {slowest.map((department) => (
                <DepartmentRow key={department.name} department={department} />
              ))}
            </tbody>
          </table>
          <p class="departments-foot" aria-hidden="true">
            <span>80</span>
            <span>100</span>
          </p>
        </>
      )}
    </Panel>
  );
}

function DepartmentRow({ department: { name, overdue, usedShare } }: { readonly department: Department }) {
  const heat = usedShare === null || usedShare < YELLOW ? '' : usedShare < 1 ? 'is-soon' : 'is-over';
  return (
    <tr class={heat}>
      <th scope="row" title={name}>
        {name}
      </th>
      <td class="used" aria-hidden="true">
        <span class="used-track">
          <i style={{ width: `${Math.min(100, ((usedShare ?? 0) * 10_000) / END)}%` }} />
        </span>
      </td>
      <td class="used-share">{usedShare === null ? NOTHING : numberText(usedShare * 100)}</td>
      <td>
        {overdue > 0 ? (
          <span class="over">
            <Mark mark="overdue" size={13} />
            {numberText(overdue)}
          </span>
        ) : (
          <span class="is-muted">{NOTHING}</span>
        )}
      </td>
    </tr>
  );
}
