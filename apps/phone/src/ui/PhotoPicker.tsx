import { UnreadablePhotoError } from '@wangge/offline';
import { useState } from 'preact/hooks';
import { type DraftEditor, MOST_PHOTOS, useDraft } from '../data/draft-editor';
import { position } from '../data/position';
import { useWords } from '../data/words';
import { Icon, type IconName } from './Icon';
import { DraftPhotos } from './DraftPhotos';

/** Photos of a draft: taken on the spot or chosen from the album, each to be taken away again. */
export function PhotoPicker({ editor }: { editor: DraftEditor }) {
  const t = useWords();
  const { photos } = useDraft(editor);
  const [reading, setReading] = useState(0);
  const [trouble, setTrouble] = useState('');

  async function add(files: readonly File[]) {
    setTrouble('');
    setReading(files.length);
    for (const file of files) {
      try {
        const here = position.value.state === 'known' && position.value.accuracy < 100 ? position.value.point : undefined;
        await editor.addPhoto(file, here);
      } catch (error) {
        setTrouble(error instanceof UnreadablePhotoError ? t('phone.photo-unreadable', { name: file.name }) : t('phone.no-room'));
      }
      setReading((left) => left - 1);
    }
  }

  const full = photos.length >= MOST_PHOTOS;
  return (
    <section class="photos" aria-label={t('field.photos')}>
      <DraftPhotos photos={photos} onRemove={(sha256) => void editor.removePhoto(sha256)} />
      {!full && (
        <div class="adds">
          <FileButton icon="camera" text={t(photos.length > 0 ? 'phone.one-more' : 'phone.take-photo')} camera onFiles={add} />
          <FileButton icon="album" text={t('phone.album')} onFiles={add} />
        </div>
      )}
      <p class="note" role="status">
        {reading > 0
          ? t('phone.reading-photos', { count: reading })
          : full
            ? t('form.at-most-photos', { most: MOST_PHOTOS })
            : ''}
      </p>
      {trouble && (
        <p class="why" role="alert">
          {trouble}
        </p>
      )}
    </section>
  );
}

interface FileButtonProps {
  readonly icon: IconName;
  readonly text: string;
  readonly camera?: boolean;
  readonly onFiles: (files: readonly File[]) => Promise<void>;
}

function FileButton({ icon, text, camera, onFiles }: FileButtonProps) {
  function choose({ currentTarget }: { currentTarget: HTMLInputElement }) {
    const files = [...(currentTarget.files ?? [])];
    // The same photo may be chosen again after it was taken away.
    currentTarget.value = '';
    void onFiles(files);
  }
  return (
    <label class={camera ? 'add first' : 'add'}>
      <Icon name={icon} />
      {text}
      <input
        class="hidden"
        type="file"
        accept="image/jpeg,image/png,image/webp"
        multiple
        {...(camera ? { capture: 'environment' } : {})}
        onChange={choose}
      />
    </label>
  );
}
