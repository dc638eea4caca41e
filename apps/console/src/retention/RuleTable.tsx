import type { RetentionRuleView, RetentionRun } from '@wangge/contracts';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';

interface RuleTableProps {
  readonly rules: readonly RetentionRuleView[];
  /** The last trial or run: what it found stands beside each rule. */
  readonly latest: RetentionRun | undefined;
  readonly onChange: (rule: RetentionRuleView) => void;
}

/** Each rule with its days, its ground, and what the last look found due. */
export function RuleTable({ rules, latest, onChange }: RuleTableProps) {
  const t = useTexts();
  const labelOf = useLabel();
  return (
    <div className="table-frame">
      <table className="event-table retention-table">
        <caption className="visually-hidden">{t('console.retention')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('console.retention.what')}</th>
            <th scope="col">{t('console.retention.days')}</th>
            <th scope="col">{t('console.retention.ground')}</th>
            <th scope="col">{t('console.retention.due')}</th>
            <th scope="col">{t('console.retention.oldest')}</th>
            <th scope="col">{t('console.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => {
            const found = latest?.results.find((result) => result.rule === rule.name);
            return (
              <tr key={rule.name}>
                <td>{labelOf(rule.what)}</td>
                <td>
                  {t('console.retention.for-days', { count: rule.days })}
                  {rule.changedBy && <small className="muted"> {t('console.retention.set-by', { name: rule.changedBy })}</small>}
                </td>
                <td className="muted">{labelOf(rule.ground)}</td>
                <td>{found ? found.due - found.erased : '–'}</td>
                <td>{found && found.oldestDays !== null ? t('console.retention.for-days', { count: found.oldestDays }) : '–'}</td>
                <td>
                  {rule.least < rule.most ? (
                    <button type="button" className="link" onClick={() => onChange(rule)}>
                      {t('console.retention.change')}
                    </button>
                  ) : (
                    <span className="muted">{t('console.retention.fixed')}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
