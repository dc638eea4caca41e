import { type EditionView, standardBooksApi } from '@wangge/contracts';
import { useId, useState } from 'react';
import { useLocale, useNotify } from 'react-admin';
import { client } from '../data/client';
import { fileFault } from '../exchange/use-upload';
import { localeOf } from '../i18n/i18n-provider';
import { useTexts } from '../i18n/use-texts';
import { Icon } from '../ui/Icon';
import { ErrorNotice, Notice } from '../ui/Notice';
import { useNow } from '../ui/use-now';
import { FindingTable } from './FindingTable';
import { PublishDialog } from './PublishDialog';
import { localToday, shownState } from './standard-words';
import { useImportBook } from './standard-queries';
import { WithdrawDialog } from './WithdrawDialog';

interface EditionStepsProps {
  readonly edition: EditionView;
  readonly onImported: () => void;
}

/** What may be done with an edition as it stands: out and in as a workbook, publish, take back. */
export function EditionSteps({ edition, onImported }: EditionStepsProps) {
  const t = useTexts();
  const language = localeOf(useLocale());
  const [asking, ask] = useState<'publish' | 'withdraw'>();
  const state = shownState(edition, localToday(useNow()));
  const isDraft = state === 'draft';
  const hasErrors = edition.findings.some(({ level }) => level === 'error');
  return (
    <>
      <div className="standards-steps">
        <a className="button" href={client.href(standardBooksApi.workbook, { id: edition.id }, { language })} download>
          <Icon name="download" size={14} />
          {t('console.standards.download')}
        </a>
        {isDraft && <ImportButton edition={edition} onImported={onImported} />}
        {(isDraft || state === 'ahead') && (
          <button type="button" className="button" onClick={() => ask('withdraw')}>
            {t(isDraft ? 'console.standards.withdraw' : 'console.standards.undo')}
          </button>
        )}
        {isDraft && (
          <button
            type="button"
            className="button primary"
            disabled={hasErrors || edition.changes.length === 0}
            onClick={() => ask('publish')}
          >
            {t('console.standards.publish')}
          </button>
        )}
      </div>
      {asking === 'publish' && <PublishDialog edition={edition} onClose={() => ask(undefined)} />}
      {asking === 'withdraw' && <WithdrawDialog edition={edition} onClose={() => ask(undefined)} />}
    </>
  );
}

function ImportButton({ edition, onImported }: EditionStepsProps) {
  const t = useTexts();
  const notify = useNotify();
  const inputId = useId();
  const reading = useImportBook(edition);
  const [fault, setFault] = useState<ReturnType<typeof fileFault>>();
  const read = (file: File) => {
    const known = fileFault(file, false);
    setFault(known);
    if (known) return;
    reading.mutate(file, {
      onSuccess: ({ edition: made }) => {
        if (!made) return;
        notify(t('console.standards.imported'), { type: 'success' });
        onImported();
      },
    });
  };
  const faults = reading.data?.faults ?? [];
  return (
    <>
      <input
        id={inputId}
        className="visually-hidden"
        type="file"
        accept=".xlsx"
        disabled={reading.isPending}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) read(file);
          target.value = '';
        }}
      />
      <label htmlFor={inputId} className="button">
        <Icon name="upload" size={14} />
        {t(reading.isPending ? 'console.standards.importing' : 'console.standards.import')}
      </label>
      {(fault || reading.error || faults.length > 0) && (
        <div className="standards-faults">
          {fault && <Notice kind="error">{t(fault)}</Notice>}
          {reading.error && <ErrorNotice error={reading.error} />}
          {faults.length > 0 && (
            <>
              <Notice kind="error">{t('console.standards.faults', { count: faults.length })}</Notice>
              <FindingTable edition={edition} findings={faults} />
            </>
          )}
        </div>
      )}
    </>
  );
}
