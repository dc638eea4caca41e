import { type EventView, filesApi, type PhotoView } from '@wangge/contracts';
import { PhotoStage } from '@wangge/contracts';
import { useState } from 'preact/hooks';
import { useWords } from '../data/words';
import { usePhone } from '../session/phone';
import { Sheet } from '../ui/Sheet';

/** The pictures by stage: how it was found, how it was handled, how it was checked. */
export function EventPhotos({ event }: { event: EventView }) {
  const t = useWords();
  const { client } = usePhone();
  const [open, setOpen] = useState<PhotoView>();
  const stages = PhotoStage.options.flatMap((stage) => {
    const photos = event.photos.filter((photo) => photo.stage === stage);
    return photos.length > 0 ? [{ stage, photos }] : [];
  });
  return (
    <>
      {stages.map(({ stage, photos }) => (
        <section key={stage} class="shots">
          <h2>{t('phone.photos-of', { stage: t(`photos.${stage}`) })}</h2>
          <ul>
            {photos.map((photo, index) => (
              <li key={photo.sha256}>
                {photo.ready ? (
                  <button type="button" aria-label={t('phone.enlarge', { number: index + 1 })} onClick={() => setOpen(photo)}>
                    <img src={client.href(filesApi.get, { sha256: photo.sha256 }, { size: 'thumb' })} alt="" loading="lazy" />
                  </button>
                ) : (
                  <p class="note">{t('phone.photo-coming')}</p>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {open && (
        <Sheet title={t('phone.photos-of', { stage: t(`photos.${open.stage}`) })} onClose={() => setOpen(undefined)} tall>
          <img class="whole" src={client.href(filesApi.get, { sha256: open.sha256 })} alt={t(`photos.${open.stage}`)} />
        </Sheet>
      )}
    </>
  );
}
