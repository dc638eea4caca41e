import { type DragEvent, useId, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { Icon } from '../ui/Icon';
import { Notice } from '../ui/Notice';
import { useUpload } from './use-upload';

/** A file is dropped, or chosen with mouse or keyboard; either way it is tried at once and nothing is stored. */
export function UploadArea({ register }: { readonly register: string }) {
  const t = useTexts();
  const { upload, sending, fault } = useUpload(register);
  const [isOver, setOver] = useState(false);
  const inputId = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void upload(file);
  };
  return (
    <>
      <fieldset
        aria-label={t('console.import.choose')}
        className={`upload-area ${isOver ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          id={inputId}
          className="visually-hidden"
          type="file"
          accept=".xlsx"
          disabled={sending !== undefined}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void upload(file);
            target.value = '';
          }}
        />
        <Icon name="upload" size={24} />
        <label htmlFor={inputId} className="button primary">
          {sending ? t('console.import.checking') : t('console.import.choose')}
        </label>
        <span className="muted" role="status">
          {sending ? sending.name : t('console.import.drop')}
        </span>
      </fieldset>
      {fault && <Notice kind="error">{t(fault)}</Notice>}
    </>
  );
}
