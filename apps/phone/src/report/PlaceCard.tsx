import type { AssignmentView } from '@wangge/contracts';
import { useEffect, useId, useState } from 'preact/hooks';
import type { DraftPlace } from '@wangge/offline';
import { type DraftEditor, useDraft } from '../data/draft-editor';
import { placeName } from '../data/place-name';
import { type Position, usePosition } from '../data/position';
import { type PhoneWords, sentenceFor, useWords } from '../data/words';
import { OutlineMap } from '../map/OutlineMap';
import { PickSheet } from '../map/PickSheet';
import { usePhone } from '../session/phone';
import { placeToTake } from './place-choice';
import { isRefused, useLocated } from './use-located';

const MOST_PLACE = 120;
const COMMUNITY_DIGITS = 12;

/** Where it is: by the satellites, checked against the grids, moved by hand where that is wrong. `plain`: without words on it. */
export function PlaceCard({ editor, plain = false }: { editor: DraftEditor; plain?: boolean }) {
  const t = useWords();
  const draft = useDraft(editor);
  const { place } = draft;
  const { me } = usePhone();
  const position = usePosition(true);
  const [moving, setMoving] = useState(false);

  useEffect(() => {
    const better = placeToTake(draft, position, new Date());
    if (better) void editor.setPlace(better);
  }, [position]);

  const located = useLocated(place);
  return (
    <section class="card" aria-label={t('field.point')}>
      {place && <OutlineMap point={place.point} chain={located.data?.chain ?? ownCommunity(me.assignments)} />}
      <div class="place">
        <div class="g" role="status">
          <b>{located.data ? placeName(located.data.names) : headline(place, position, t)}</b>
          <span>{isRefused(located) ? sentenceFor(located.error, t) : accuracyWords(place, located.data?.how, t)}</span>
        </div>
        <button type="button" class="btn line" onClick={() => setMoving(true)}>
          {t(place ? 'phone.move-place' : 'phone.set-place')}
        </button>
      </div>
      {!plain && <PlaceWords editor={editor} />}
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

function PlaceWords({ editor }: { editor: DraftEditor }) {
  const t = useWords();
  const id = useId();
  const draft = useDraft(editor);
  return (
    <div class="place-words">
      <label for={id} class="hidden">
        {t('field.place')}
      </label>
      <input
        id={id}
        maxLength={MOST_PLACE}
        placeholder={t('phone.place-hint')}
        value={draft.words.place ?? ''}
        onInput={({ currentTarget }) => void editor.setWord('place', currentTarget.value)}
      />
    </div>
  );
}

/** Without network the outlines of the worker's own community are those most likely at hand. */
function ownCommunity(assignments: readonly AssignmentView[]): { communityCode: string; gridCode: string } | undefined {
  const scope = assignments.find((held) => (held.scope ?? '').length >= COMMUNITY_DIGITS)?.scope;
  return scope ? { communityCode: scope.slice(0, COMMUNITY_DIGITS), gridCode: '' } : undefined;
}

function headline(place: DraftPlace | null, position: Position, t: PhoneWords): string {
  if (place) return t('phone.place-noted');
  return position.state === 'denied' || position.state === 'unavailable' ? t('phone.no-position') : t('phone.locating');
}

function accuracyWords(place: DraftPlace | null, how: 'inside' | 'border' | 'near' | undefined, t: PhoneWords): string {
  if (!place) return t('phone.place-needed');
  const where =
    place.accuracy === null ? t('phone.by-hand') : t('phone.accuracy', { metres: Math.max(1, Math.round(place.accuracy)) });
  if (how === undefined) return `${where} · ${t('phone.grid-later')}`;
  return how === 'near' ? `${where} · ${t('phone.near-grid')}` : where;
}
