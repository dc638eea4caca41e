import type { ImportView, RegisterView } from '@wangge/contracts';
import { useLocale } from 'react-admin';
import { Link } from 'react-router-dom';
import { localeOf } from '../i18n/i18n-provider';
import { useTexts } from '../i18n/use-texts';
import { registerAddress } from '../registers/register-address';
import { Notice } from '../ui/Notice';
import { ConfirmBar } from './ConfirmBar';
import { AlikeRows } from './AlikeRows';
import { faultWords } from './import-words';
import { ReturnedFileLink } from './ReturnedFileLink';

interface ResultProps {
  readonly register: RegisterView;
  readonly given: ImportView;
}

const COUNTS = ['new', 'changed', 'same', 'wrong'] as const;

/** What each row would do, or did: the counts, the first rows that are wrong, and all of them in a file. */
export function CheckResult({ register, given }: ResultProps) {
  const t = useTexts();
  const { counts, state, problem, unknownColumns } = given;
  if (!counts) return null;
  return (
    <>
      {state === 'done' && (
        <Notice kind="done">
          <span>{t('console.import.stored', { count: counts.new + counts.changed })}</span>
          <Link to={registerAddress(register.name)}>{t('console.import.see')}</Link>
        </Notice>
      )}
      {state === 'checked' && problem === 'record.stale' && <Notice kind="warning">{t('console.import.gone-on')}</Notice>}
      <dl className="import-counts">
        {COUNTS.map((kind) => (
          <div key={kind} className={kind === 'wrong' && counts.wrong > 0 ? 'wrong' : ''}>
            <dt>{t(state === 'done' ? `console.import.did.${kind}` : `console.import.would.${kind}`)}</dt>
            <dd>{counts[kind]}</dd>
          </div>
        ))}
      </dl>
      {state === 'checked' && <ConfirmBar given={given} counts={counts} />}
      {unknownColumns.length > 0 && (
        <Notice kind="warning">{t('console.import.unknown', { columns: unknownColumns.join(t('list.comma')) })}</Notice>
      )}
      {counts.wrong > 0 && <WrongRows register={register} given={given} />}
      {state === 'checked' && given.alike.total > 0 && <AlikeRows register={register} given={given} />}
    </>
  );
}

function WrongRows({ register, given }: ResultProps) {
  const t = useTexts();
  const locale = localeOf(useLocale());
  const { samples, counts } = given;
  return (
    <section aria-labelledby="import-wrong">
      <header className="import-wrong-head">
        <h2 id="import-wrong">{t('console.import.wrong-rows')}</h2>
        <ReturnedFileLink given={given} />
      </header>
      <div className="table-frame">
        <table className="event-table import-wrong">
          <caption className="visually-hidden">{t('console.import.wrong-rows')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('console.import.row')}</th>
              <th scope="col">{t('console.import.why')}</th>
            </tr>
          </thead>
          <tbody>
            {samples.map(({ row, faults }) => (
              <tr key={row}>
                <td>{row}</td>
                <td>
                  {faults.map((fault) => (
                    <div key={`${fault.column} ${fault.rule}`}>{faultWords(register, fault, locale)}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {counts && counts.wrong > samples.length && (
        <p className="muted">{t('console.import.more-wrong', { count: counts.wrong - samples.length })}</p>
      )}
    </section>
  );
}
