import { Drawer } from '@mui/material';
import type { AuditEntryView } from '@wangge/contracts';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { Icon } from '../ui/Icon';
import { ErrorNotice } from '../ui/Notice';
import type { AuditChoice } from './audit-filter';
import { useTrailEntry } from './audit-queries';
import { actionWords, detailWords, subjectWords } from './audit-words';
import { writtenOut } from './AuditTable';

interface AuditDrawerProps {
  readonly entry: AuditEntryView;
  readonly onChoose: (change: Partial<AuditChoice>) => void;
  readonly onClose: () => void;
}

/** All that is kept of one deed, with its place in the chain. Esc closes it. */
export function AuditDrawer({ entry, onChoose, onClose }: AuditDrawerProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const { data, error } = useTrailEntry(entry.position);
  const title = actionWords(entry.action, t);
  const rows = [
    { name: 'at', term: t('audit.column.at'), text: writtenOut(entry.at) },
    { name: 'actor', term: t('audit.column.actor'), text: entry.actor || t('console.audit.nobody') },
    { name: 'subject', term: t('audit.column.subject'), text: subjectWords(entry, t, labelOf) },
    { name: 'subject-id', term: t('audit.column.subject-id'), text: entry.subjectId },
    ...detailWords(entry, t, labelOf),
    { name: 'link', term: t('audit.column.link'), text: entry.link === null ? t('console.audit.unsealed') : String(entry.link) },
    { name: 'before', term: t('console.audit.previous-hash'), text: data?.previousHash ?? '…' },
    { name: 'hash', term: t('console.audit.hash'), text: data?.hash ?? '…' },
  ];
  const choose = (change: Partial<AuditChoice>) => {
    onChoose(change);
    onClose();
  };
  return (
    <Drawer anchor="right" open onClose={onClose} slotProps={{ paper: { className: 'step-drawer audit-drawer', 'aria-label': title } }}>
      <header>
        <h2>{title}</h2>
        <button type="button" className="icon-button" onClick={onClose} aria-label={t('do.close')}>
          <Icon name="close" />
        </button>
      </header>
      {error && <ErrorNotice error={error} />}
      <dl>
        {rows.map(({ name, term, text }) => (
          <div key={name}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{t('console.audit.raw')}</summary>
        <pre>{JSON.stringify(entry.details, null, 2)}</pre>
      </details>
      <div className="audit-narrow">
        {entry.actorId && (
          <button type="button" className="button" onClick={() => choose({ actorId: entry.actorId ?? '', actor: entry.actor })}>
            {t('console.audit.of-actor', { name: entry.actor })}
          </button>
        )}
        <button type="button" className="button" onClick={() => choose({ subjectId: entry.subjectId })}>
          {t('console.audit.of-subject')}
        </button>
      </div>
    </Drawer>
  );
}
