import type { EventView, PhotoView } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { useNow } from '../../ui/use-now';
import { Lightbox } from './Lightbox';
import { byStage, firstPair, type Pair, photoAddress } from './photo-choice';

/** Pictures by stage; two of them large beside each other, any of them full by a click. */
export function PhotosSection({ event }: { readonly event: EventView }) {
  const t = useTexts();
  const [chosen, setChosen] = useState<Pair>();
  const [open, setOpen] = useState<PhotoView>();
  const shown = byStage(event).flatMap(({ photos }) => photos.filter(({ ready }) => ready));
  const pair = chosen ?? firstPair(event.photos);
  const large = pair ?? shown.slice(0, 1);
  /** A thumb takes the place of the older of the two. */
  const compare = (photo: PhotoView) => pair && !pair.includes(photo) && setChosen([pair[1], photo]);
  return (
    <section className="photos" aria-labelledby="photos-title">
      <h2 id="photos-title">
        {t('field.photos')}
        {pair && <span className="aside">{t('console.photos.compare')}</span>}
      </h2>
      {large.length === 0 ? (
        <p className="photos-none">{t('console.photos.none')}</p>
      ) : (
        <div className="photos-large">
          {large.map((photo) => (
            <LargePhoto key={photo.sha256 + photo.stage} photo={photo} onOpen={() => setOpen(photo)} />
          ))}
          {!pair && <p className="photo-awaited">{t('console.photos.second')}</p>}
        </div>
      )}
      <div className="photo-stages">
        {byStage(event).map(({ stage, photos }) => (
          <div key={stage}>
            <h3>
              {t(`photos.${stage}`)} {photos.length > 0 && <b>{photos.length}</b>}
            </h3>
            <div className="thumbs">
              {photos.map((photo, index) =>
                photo.ready ? (
                  <Thumb
                    key={photo.sha256}
                    photo={photo}
                    number={index + 1}
                    on={pair?.includes(photo) ?? false}
                    onClick={() => (pair ? compare(photo) : setOpen(photo))}
                  />
                ) : (
                  <span key={photo.sha256} className="thumb-empty">
                    {t('console.photos.arriving')}
                  </span>
                ),
              )}
              {photos.length === 0 && <span className="thumb-empty">{t('console.photos.not-yet')}</span>}
            </div>
          </div>
        ))}
      </div>
      {open && <Lightbox photos={shown} start={open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function LargePhoto({ photo, onOpen }: { readonly photo: PhotoView; readonly onOpen: () => void }) {
  const t = useTexts();
  const now = useNow();
  const stage = t(`photos.${photo.stage}`);
  return (
    <figure>
      <button type="button" onClick={onOpen} aria-label={t('console.photo.enlarge', { stage })}>
        <img src={photoAddress(photo, 'full')} alt={t('console.photo.alt', { stage })} loading="lazy" />
      </button>
      <figcaption>
        <b>{stage}</b>
        {photo.takenAt && <span>{instantWords(photo.takenAt, now, t)}</span>}
      </figcaption>
    </figure>
  );
}

interface ThumbProps {
  readonly photo: PhotoView;
  readonly number: number;
  readonly on: boolean;
  readonly onClick: () => void;
}

function Thumb({ photo, number, on, onClick }: ThumbProps) {
  const t = useTexts();
  const label = t('console.photo.thumb', { stage: t(`photos.${photo.stage}`), number });
  return (
    <button type="button" className={on ? 'thumb on' : 'thumb'} aria-pressed={on} onClick={onClick}>
      <img src={photoAddress(photo, 'thumb')} alt={label} loading="lazy" />
    </button>
  );
}
