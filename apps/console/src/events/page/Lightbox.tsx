import { Dialog } from '@mui/material';
import type { PhotoView } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { type KeyboardEvent, useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import { useNow } from '../../ui/use-now';
import { photoAddress } from './photo-choice';

interface LightboxProps {
  readonly photos: readonly PhotoView[];
  readonly start: PhotoView;
  readonly onClose: () => void;
}

/** One picture as large as the window; the arrow keys turn the pages, Esc closes. */
export function Lightbox({ photos, start, onClose }: LightboxProps) {
  const t = useTexts();
  const now = useNow();
  const [index, setIndex] = useState(Math.max(0, photos.indexOf(start)));
  const photo = photos[index] ?? start;
  const turn = (by: number) => setIndex((index + by + photos.length) % photos.length);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') turn(-1);
    if (key === 'ArrowRight') turn(1);
  };
  const stage = t(`photos.${photo.stage}`);
  const many = photos.length > 1;
  return (
    <Dialog
      open
      onClose={onClose}
      onKeyDown={onKeyDown}
      fullScreen
      className="lightbox"
      slotProps={{ paper: { 'aria-label': t('console.photo.alt', { stage }) } }}
    >
      <img src={photoAddress(photo, 'full')} alt={t('console.photo.alt', { stage })} />
      <footer>
        {many && (
          <button type="button" onClick={() => turn(-1)} aria-label={t('console.photo.previous')}>
            <Icon name="left" />
          </button>
        )}
        <span>
          <b>{stage}</b> {photo.takenAt && instantWords(photo.takenAt, now, t)} {many && `${index + 1} / ${photos.length}`}
        </span>
        {many && (
          <button type="button" onClick={() => turn(1)} aria-label={t('console.photo.next')}>
            <Icon name="right" />
          </button>
        )}
        <button type="button" className="lightbox-close" onClick={onClose} aria-label={t('do.close')}>
          <Icon name="close" />
        </button>
      </footer>
    </Dialog>
  );
}
