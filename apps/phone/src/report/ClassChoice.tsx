import { type MatterClass, standardsApi } from '@wangge/contracts';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type DraftEditor, useDraft } from '../data/draft-editor';
import { useReply } from '../data/use-reply';
import { useWords } from '../data/words';
import { Icon } from '../ui/Icon';
import { ClassSheet } from './ClassSheet';
import { suggestClasses } from './suggest-classes';

const EVERY_CLASS = { query: {} } as const;
/** The worker has looked at the classes and wants none. */
const NONE = 'none';

/** Classes the words speak of, as chips; any other from a list. A class may be left out: the desk will find it. */
export function ClassChoice({ editor }: { editor: DraftEditor }) {
  const t = useWords();
  const { words } = useDraft(editor);
  const [searching, setSearching] = useState(false);
  const classes = useReply(standardsApi.classes, EVERY_CLASS).data?.items;
  const text = words.text ?? '';
  const suggested = useMemo(() => suggestClasses(text, classes ?? []), [text, classes]);
  const chosen = words.classCode ?? '';
  const choose = (code: string) => void editor.setWord('classCode', code);

  // A name said in full is taken over, until the worker decides otherwise.
  const sure = suggested[0]?.share === 1 ? suggested[0].matter.code : undefined;
  useEffect(() => {
    if (sure && chosen === '') choose(sure);
  }, [sure]);

  if (!classes) return null;
  const other = classes.find(({ code }) => code === chosen && !suggested.some(({ matter }) => matter.code === code));
  const shown = [...(other ? [other] : []), ...suggested.map(({ matter }) => matter)];
  return (
    <fieldset class="sug" aria-label={t('field.classCode')}>
      <p>{suggested.length > 0 ? t('phone.class-heard') : t('phone.class-optional')}</p>
      <div class="chips">
        {shown.map((matter) => (
          <Chip key={matter.code} matter={matter} on={matter.code === chosen} onPress={(on) => choose(on ? NONE : matter.code)} />
        ))}
        <button type="button" class="chip" aria-haspopup="dialog" onClick={() => setSearching(true)}>
          {t(shown.length > 0 ? 'phone.class-other' : 'phone.class-choose')}
        </button>
      </div>
      {searching && <ClassSheet classes={classes} chosen={chosen} onChoose={choose} onClose={() => setSearching(false)} />}
    </fieldset>
  );
}

function Chip({ matter, on, onPress }: { matter: MatterClass; on: boolean; onPress: (on: boolean) => void }) {
  return (
    <button type="button" class={on ? 'chip on' : 'chip'} aria-pressed={on} onClick={() => onPress(on)}>
      {on && <Icon name="tick" />}
      {matter.name}
    </button>
  );
}
