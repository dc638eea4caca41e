import { gridsApi } from '@wangge/contracts';
import { useEffect, useId, useState } from 'preact/hooks';
import type { DraftPlace } from '@wangge/offline';
import { type DraftEditor, useDraft } from '../data/draft-editor';
import { placeName } from '../data/place-name';
import { type Position, usePosition } from '../data/position';
import { useReply } from '../data/use-reply';
import { codeOf, type PhoneWords, sentenceFor, useWords } from '../data/words';
import { OutlineMap } from '../map/OutlineMap';
import { PickSheet } from '../map/PickSheet';
import { placeToTake } from './place-choice';

const MOST_PLACE = 120;

/** Where it is: by the satellites, checked against the grids, moved by hand where that is wrong. */
export function PlaceCard({ editor }: { editor: DraftEditor }) {
  const t = useWords();
  const id = useId();
  const draft = useDraft(editor);
  const { place } = draft;
  const position = usePosition(true);
  const [moving, setMoving] = useState(false);

  useEffect(() => {
    const better = placeToTake(draft, position, new Date());
    if (better) void editor.setPlace(better);
  }, [position]);

  const question = place && { query: { lng: place.point.lng.toFixed(7), lat: place.point.lat.toFixed(7) } };
  const located = useReply(gridsApi.locate, question ?? undefined);
  const refused = located.error !== undefined && codeOf(located.error) !== 'offline';
  return (
    <section class="card" aria-label={t('field.point')}>
      {place && <OutlineMap point={place.point} chain={located.data?.chain} />}
      <div class="place">
        <div class="g" role="status">
          <b>{located.data ? placeName(located.data.names) : headline(place, position, t)}</b>
          <span>{refused ? sentenceFor(located.error, t) : accuracyWords(place, located.data?.how, t)}</span>
        </div>
        <button type="button" class="btn line" onClick={() => setMoving(true)}>
          {t(place ? 'phone.move-place' : 'phone.set-place')}
        </button>
      </div>
      <div class="place-words">
        <label for={id} class="hidden">
          {t('field.place')}
        </label>
        <input
          id={id}
          maxLength={MOST_PLACE}
          placeholder={t('phone.place-hint')}
          value={draft.words['place'] ?? ''}
          onInput={({ currentTarget }) => void editor.setWord('place', currentTarget.value)}
        />
      </div>
      {moving && (
        <PickSheet
          point={place?.point}
          onTake={(point) => {
            void editor.setPlace({ point, accuracy: null });
            setMoving(false);
          }}
          onClose={() => setMoving(false)}
        />
      )}
    </section>
  );
}

function headline(place: DraftPlace | null, position: Position, t: PhoneWords): string {
  if (place) return t('phone.place-noted');
  return position.state === 'denied' || position.state === 'unavailable' ? t('phone.no-position') : t('phone.locating');
}

function accuracyWords(place: DraftPlace | null, how: 'inside' | 'border' | 'near' | undefined, t: PhoneWords): string {
  if (!place) return t('phone.place-needed');
  const where = place.accuracy === null ? t('phone.by-hand') : t('phone.accuracy', { metres: Math.max(1, Math.round(place.accuracy)) });
  if (how === undefined) return `${where} · ${t('phone.grid-later')}`;
  return how === 'near' ? `${where} · ${t('phone.near-grid')}` : where;
}
