import type { RecordView, RegisterView } from '@wangge/contracts';
import { type DragEvent, useId, useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import { ErrorNotice, Skeleton } from '../../ui/Notice';
import { useLabel } from '../register-words';
import { AttachmentItem } from './AttachmentItem';
import { useAttachments } from './attachment-queries';
import { ACCEPTED, sizeWords } from './attachment-type';
import { type OnItsWay, useAttaching } from './use-attaching';

interface AttachmentsSectionProps {
  readonly register: RegisterView;
  readonly record: Pick<RecordView, 'register' | 'id'>;
}

/** The files of a record: what is there, what is on its way, and where to add more. */
export function AttachmentsSection({ register, record }: AttachmentsSectionProps) {
  const t = useTexts();
  const { data, error, refetch } = useAttachments(record.register, record.id);
  const { most, mostBytes } = register.attachments;
  const { files, add, again, drop } = useAttaching(record, mostBytes);
  const own = data?.items.filter(({ of }) => of === null).length ?? 0;
  return (
    <section aria-labelledby="attachments-title" className="facts attachments">
      <h2 id="attachments-title">
        {t('console.attachments')} <span className="related-count">{data?.items.length}</span>
      </h2>
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={2} />}
      {data?.items.length === 0 && !register.mayWrite && <p className="muted">{t('console.attachments.none')}</p>}
      <ul>
        {data?.items.map((attachment) => (
          <AttachmentItem key={attachment.id} register={register} record={record} attachment={attachment} />
        ))}
        {files.map((file) => (
          <OnItsWayItem key={file.id} file={file} onAgain={() => again(file)} onDrop={() => drop(file.id)} />
        ))}
      </ul>
      {register.mayWrite && data && own < most && <AddArea register={register} onFiles={add} />}
      {register.mayWrite && own >= most && <p className="muted">{t('console.attachments.full', { most })}</p>}
    </section>
  );
}

interface AddAreaProps {
  readonly register: RegisterView;
  readonly onFiles: (files: readonly File[], kind: string) => void;
}

/** What kind of thing comes is said first, since it decides who may open it. */
function AddArea({ register, onFiles }: AddAreaProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const { kinds, most, mostBytes } = register.attachments;
  const [kind, setKind] = useState(kinds[0]?.code ?? '');
  const [isOver, setOver] = useState(false);
  const inputId = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files], kind);
  };
  return (
    <fieldset
      className={isOver ? 'attach-area over' : 'attach-area'}
      aria-label={t('console.attachments.choose')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label className="select-box">
        <select aria-label={t('console.attachments.kind')} value={kind} onChange={({ target }) => setKind(target.value)}>
          {kinds.map(({ code, label }) => (
            <option key={code} value={code}>
              {labelOf(label)}
            </option>
          ))}
        </select>
      </label>
      <input
        id={inputId}
        className="visually-hidden"
        type="file"
        multiple
        accept={ACCEPTED}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])], kind);
          target.value = '';
        }}
      />
      <label htmlFor={inputId} className="button">
        <Icon name="upload" /> {t('console.attachments.choose')}
      </label>
      <span className="muted">{t('console.attachments.drop', { most, size: sizeWords(mostBytes) })}</span>
    </fieldset>
  );
}

interface OnItsWayItemProps {
  readonly file: OnItsWay;
  readonly onAgain: () => void;
  readonly onDrop: () => void;
}

function OnItsWayItem({ file: { name, share, fault, sending }, onAgain, onDrop }: OnItsWayItemProps) {
  const t = useTexts();
  const percent = Math.floor(share * 100);
  if (!fault)
    return (
      <li className="attachment">
        <span className="attachment-words" role="status">
          {t('console.attachments.sending', { name, percent })}
          <progress max={100} value={percent} aria-label={name} />
        </span>
      </li>
    );
  return (
    <li className="attachment" role="alert">
      <span className="attachment-words">
        <b>{t('console.attachments.failed', { name })}</b>
        <span className="fault">{t(fault)}</span>
      </span>
      <span className="attachment-buttons">
        {sending && (
          <button type="button" className="link" onClick={onAgain}>
            {t('console.attachments.again')}
          </button>
        )}
        <button type="button" className="link" onClick={onDrop}>
          {t('console.attachments.give-up')}
        </button>
      </span>
    </li>
  );
}
