import { ImportCoordinates, type RegisterView } from '@wangge/contracts';
import { type DragEvent, useId, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { Icon } from '../ui/Icon';
import { Notice } from '../ui/Notice';
import { useUpload } from './use-upload';

/** A file is dropped, or chosen with mouse or keyboard; either way it is tried at once and nothing is stored. */
export function UploadArea({ register }: { readonly register: RegisterView }) {
  const t = useTexts();
  const { upload, sending, fault } = useUpload(register);
  const [isOver, setOver] = useState(false);
  const [coordinates, setCoordinates] = useState<ImportCoordinates>('wgs84');
  const hasPlaces = register.geometry !== 'none';
  const inputId = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void upload(file, coordinates);
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
          accept={hasPlaces ? '.xlsx,.geojson,.json' : '.xlsx'}
          disabled={sending !== undefined}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void upload(file, coordinates);
            target.value = '';
          }}
        />
        <Icon name="upload" size={24} />
        <label htmlFor={inputId} className="button primary">
          {sending ? t('console.import.checking') : t('console.import.choose')}
        </label>
        <span className="muted" role="status">
          {sending ? sending.name : t(hasPlaces ? 'console.import.drop-shapes' : 'console.import.drop')}
        </span>
      </fieldset>
      {hasPlaces && (
        <label className="import-coordinates">
          {t('console.import.coordinates')}
          <span className="select-box">
            <select value={coordinates} onChange={({ target }) => setCoordinates(ImportCoordinates.parse(target.value))}>
              {ImportCoordinates.options.map((each) => (
                <option key={each} value={each}>
                  {t(`console.import.coordinates.${each}`)}
                </option>
              ))}
            </select>
          </span>
        </label>
      )}
      {fault && <Notice kind="error">{t(fault)}</Notice>}
    </>
  );
}
