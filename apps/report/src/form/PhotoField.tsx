import { type PreparedPhoto, preparePhoto } from '@wangge/offline';
import { useState } from 'preact/hooks';
import { useWords } from '../words';

const MOST = 9;

export interface PhotoFieldProps {
  readonly photos: readonly PreparedPhoto[];
  readonly onChange: (photos: readonly PreparedPhoto[]) => void;
}

export function PhotoField({ photos, onChange }: PhotoFieldProps) {
  const t = useWords();
  const [trouble, setTrouble] = useState('');
  const [reading, setReading] = useState(false);

  async function add(input: HTMLInputElement) {
    const files = [...(input.files ?? [])];
    input.value = '';
    setTrouble('');
    setReading(true);
    let next = photos;
    for (const file of files) {
      try {
        const prepared = await preparePhoto(file);
        const known = next.some(({ declaration }) => declaration.sha256 === prepared.declaration.sha256);
        if (!known && next.length < MOST) next = [...next, prepared];
      } catch {
        setTrouble(t('report.photo-unreadable', { name: file.name }));
      }
    }
    onChange(next);
    setReading(false);
  }

  return (
    <section class="field" aria-labelledby="photos">
      <p class="label" id="photos">
        {t('field.photos')} <small>{t('form.optional')}</small>
      </p>
      <p class="hint">{t('report.photos-hint')}</p>
      <ul class="photos">
        {photos.map(({ declaration, thumbnail }, index) => (
          <li key={declaration.sha256}>
            <img src={thumbnail} alt={t('report.photo', { number: index + 1 })} />
            <button
              type="button"
              class="btn line"
              onClick={() => onChange(photos.filter((photo) => photo.declaration.sha256 !== declaration.sha256))}
            >
              {t('do.remove-photo', { number: index + 1 })}
            </button>
          </li>
        ))}
        {photos.length < MOST && (
          <li>
            <label class="add">
              {reading ? t('report.reading') : t('do.add-photo')}
              <input
                class="hidden"
                type="file"
                multiple
                accept="image/jpeg,image/png,image/webp"
                onChange={({ currentTarget }) => void add(currentTarget)}
              />
            </label>
          </li>
        )}
      </ul>
      {photos.length >= MOST && <p class="hint">{t('form.at-most-photos', { most: MOST })}</p>}
      {trouble && (
        <p class="fault" role="alert">
          {trouble}
        </p>
      )}
    </section>
  );
}
