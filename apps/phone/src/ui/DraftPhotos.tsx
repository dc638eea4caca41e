import { localTime } from '@wangge/look';
import type { DraftPhoto } from '@wangge/offline';
import { useWords } from '../data/words';
import { Icon } from './Icon';

/** The photos so far, each with when it was taken and whether its place is known. */
export function DraftPhotos({ photos, onRemove }: { photos: readonly DraftPhoto[]; onRemove: (sha256: string) => void }) {
  const t = useWords();
  return (
    <>
      {photos.map(({ declaration, thumbnail }, index) => (
        <figure key={declaration.sha256}>
          <img src={thumbnail} alt={t('phone.photo', { number: index + 1 })} />
          <button
            type="button"
            class="remove"
            aria-label={t('do.remove-photo', { number: index + 1 })}
            onClick={() => onRemove(declaration.sha256)}
          >
            <Icon name="close" />
          </button>
          {declaration.takenAt && (
            <figcaption>
              {localTime(declaration.takenAt).clock}
              {index === 0 && declaration.point && ` · ${t('phone.place-kept')}`}
            </figcaption>
          )}
        </figure>
      ))}
    </>
  );
}
