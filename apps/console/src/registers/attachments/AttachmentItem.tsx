import { type AttachmentView, type RecordView, registerAttachmentsApi, type RegisterView } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useState } from 'react';
import { client } from '../../data/client';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import { useNow } from '../../ui/use-now';
import { SHOWN_SECONDS } from '../record/use-shown-for-a-while';
import { useLabel } from '../register-words';
import { attachmentAddress, useReadAttachmentsAgain } from './attachment-queries';
import { isPicture, sizeWords } from './attachment-type';
import { PictureDialog } from './PictureDialog';
import { ReasonDialog } from './ReasonDialog';

interface AttachmentItemProps {
  readonly register: RegisterView;
  readonly record: Pick<RecordView, 'register' | 'id'>;
  readonly attachment: AttachmentView;
}

type Open = { readonly what: 'picture' } | { readonly what: 'reason' | 'remove' } | { readonly what: 'shown'; readonly address: string };

/** One attachment: opened as its class allows, taken off with a reason. */
export function AttachmentItem({ register, record, attachment }: AttachmentItemProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const now = useNow();
  const readAgain = useReadAttachmentsAgain(record.register, record.id);
  const [open, setOpen] = useState<Open>();
  const kind = register.attachments.kinds.find(({ code }) => code === attachment.kind);
  const kindName = kind ? labelOf(kind.label) : attachment.kind;
  const name = attachment.name ?? kindName;
  const params = { register: record.register, id: record.id, attachment: attachment.id };
  const close = () => {
    if (open?.what === 'shown') URL.revokeObjectURL(open.address);
    setOpen(undefined);
  };
  const reveal = async (reason: string) => {
    const content = await client.download(registerAttachmentsApi.reveal, { params, body: { reason } });
    const address = URL.createObjectURL(content);
    if (isPicture(attachment.type)) setOpen({ what: 'shown', address });
    else {
      save(address, name);
      setOpen(undefined);
    }
    void readAgain();
  };
  const remove = async (reason: string) => {
    await client.call(registerAttachmentsApi.remove, { params, body: { reason } });
    setOpen(undefined);
    await readAgain();
  };
  return (
    <li className="attachment">
      <AttachmentSign record={record} attachment={attachment} name={name} onOpen={() => setOpen({ what: 'picture' })} />
      <span className="attachment-words">
        <b>{name}</b>
        <span className="muted">
          {attachment.name !== null && `${kindName} · `}
          {sizeWords(attachment.bytes)} · {t('console.attachments.by', { by: attachment.by, at: instantWords(attachment.at, now, t) })}
          {attachment.of !== null && ` · ${t('console.attachments.of')}`}
        </span>
        {!attachment.ready && <span className="muted">{t('console.attachments.arriving')}</span>}
        {attachment.sealed && <span className="muted">{t('console.attachments.personal')}</span>}
      </span>
      <span className="attachment-buttons">
        {attachment.ready && !attachment.sealed && !isPicture(attachment.type) && (
          <a className="link" href={attachmentAddress(record, attachment.id, 'full')} download aria-label={t('console.attachments.save-name', { name })}>
            {t('console.attachments.save')}
          </a>
        )}
        {attachment.ready && attachment.sealed && register.mayReveal && (
          <button type="button" className="link" aria-label={t('console.attachments.reveal-name', { name })} onClick={() => setOpen({ what: 'reason' })}>
            {t('console.attachments.view')}
          </button>
        )}
        {register.mayWrite && (
          <button type="button" className="link" aria-label={t('console.attachments.remove-name', { name })} onClick={() => setOpen({ what: 'remove' })}>
            {t('console.attachments.remove')}
          </button>
        )}
      </span>
      {open?.what === 'picture' && <PictureDialog name={name} address={attachmentAddress(record, attachment.id, 'full')} onClose={close} />}
      {open?.what === 'shown' && <PictureDialog name={name} address={open.address} seconds={SHOWN_SECONDS} onClose={close} />}
      {open?.what === 'reason' && (
        <ReasonDialog
          title={t('console.attachments.reveal-title', { name })}
          why={t('console.attachments.reveal-why')}
          example={t('console.attachments.reveal-example')}
          action={t('console.attachments.view')}
          onReason={reveal}
          onClose={close}
        />
      )}
      {open?.what === 'remove' && (
        <ReasonDialog
          title={t('console.attachments.remove-title', { name })}
          why={t('console.attachments.remove-why')}
          example={t('console.attachments.remove-example')}
          action={t('console.attachments.remove')}
          isGrave
          onReason={remove}
          onClose={close}
        />
      )}
    </li>
  );
}

interface AttachmentSignProps extends Pick<AttachmentItemProps, 'record' | 'attachment'> {
  readonly name: string;
  readonly onOpen: () => void;
}

/** A small picture where there may be one, else a sign. */
function AttachmentSign({ record, attachment, name, onOpen }: AttachmentSignProps) {
  const t = useTexts();
  if (!attachment.ready || attachment.sealed || !isPicture(attachment.type))
    return (
      <span className="attachment-sign">
        <Icon name={attachment.sealed ? 'lock' : 'file'} size={20} />
      </span>
    );
  return (
    <button type="button" className="attachment-sign" onClick={onOpen} aria-label={t('console.attachments.view-name', { name })}>
      <img src={attachmentAddress(record, attachment.id, 'thumb')} alt="" loading="lazy" />
    </button>
  );
}

/** Under the kind's name: what the file is called is known to the server, and would stay in the browser's list. */
function save(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
