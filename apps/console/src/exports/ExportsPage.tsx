import type { ExportView } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useState } from 'react';
import { useLocale } from 'react-admin';
import { useTexts } from '../i18n/use-texts';
import { localeOf } from '../i18n/i18n-provider';
import { useCrumbs } from '../layout/crumbs';
import { useMay } from '../layout/use-me';
import { useRegister } from '../registers/register-queries';
import { useLabel } from '../registers/register-words';
import { Empty, ErrorNotice, Skeleton } from '../ui/Notice';
import { Segments } from '../ui/Segments';
import { DecideExport } from './DecideExport';
import { type Box, exportAddress, useExports, useWithdrawExport } from './export-queries';

const BOXES: readonly Box[] = ['mine', 'to-decide'];

/** One's own exports, and those of others that wait for one's decision. */
export function ExportsPage() {
  const t = useTexts();
  const decides = useMay('register.approve-export');
  const exports = useMay('register.export');
  const [box, setBox] = useState<Box>(decides ? 'to-decide' : 'mine');
  const { data, error, refetch } = useExports(box);
  useCrumbs({ text: t('console.exports') });
  return (
    <section className="exports-page" aria-labelledby="exports-title">
      <header className="list-head">
        <h1 id="exports-title">{t('console.exports')}</h1>
        {decides && exports && (
          <Segments
            label={t('console.exports.boxes')}
            options={BOXES}
            chosen={box}
            wordsOf={(each) => t(`console.exports.box.${each}`)}
            onChoose={setBox}
          />
        )}
      </header>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} height={56} />}
      {data?.items.length === 0 && <Empty title={t(`console.exports.none.${box}`)}>{t(`console.exports.none-why.${box}`)}</Empty>}
      <ul className="exports">
        {data?.items.map((each) => (
          <ExportCard key={each.id} given={each} />
        ))}
      </ul>
    </section>
  );
}

function ExportCard({ given }: { readonly given: ExportView }) {
  const t = useTexts();
  const labelOf = useLabel();
  const register = useRegister(given.register);
  const now = new Date();
  const isOver = given.expiresAt <= now.toISOString();
  const wordOf = (name: string) => labelOf(register?.fields.find((field) => field.name === name)?.label ?? { zh: name, en: name });
  return (
    <li>
      <div className="export-head">
        <strong>{given.title ?? (register ? labelOf(register.label) : given.register)}</strong>
        <span>{t('console.exports.rows', { count: given.rows })}</span>
        <span className={`export-state ${given.state}`}>{t(isOver && given.state !== 'refused' ? 'console.exports.state.expired' : `console.exports.state.${given.state}`)}</span>
      </div>
      <p>{t('console.exports.for', { name: given.requestedBy, reason: given.reason })}</p>
      <p className="muted">
        {given.scope}
        {given.isFiltered && ` · ${t('console.exports.filtered')}`} · {given.title === null ? given.columns.map(wordOf).join(t('list.comma')) : t('console.exports.columns-of', { count: given.columns.length })}
      </p>
      <p className="muted">
        {instantWords(given.createdAt, now, t)}
        {given.decidedBy && ` · ${t('console.exports.decided', { name: given.decidedBy })}`}
        {given.note && ` · ${given.note}`}
      </p>
      <Steps given={given} />
    </li>
  );
}

function Steps({ given }: { readonly given: ExportView }) {
  const t = useTexts();
  const language = localeOf(useLocale()) === 'en' ? 'en' : 'zh';
  const withdraw = useWithdrawExport();
  if (given.mayDecide) return <DecideExport given={given} />;
  return (
    <div className="export-steps">
      {given.mayDownload && (
        <a className="button primary" href={exportAddress(given.id, language)} download>
          {t('console.exports.download', { count: given.downloadsLeft })}
        </a>
      )}
      {given.mayWithdraw && (
        <button type="button" className="button" disabled={withdraw.isPending} onClick={() => withdraw.mutate(given.id)}>
          {t('console.exports.withdraw')}
        </button>
      )}
      {withdraw.error && <ErrorNotice error={withdraw.error} />}
    </div>
  );
}
