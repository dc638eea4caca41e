import type { FieldValue, FieldValues } from '@wangge/contracts';
import { type OutboxItem, recordWorkOf } from '@wangge/offline';
import { useState } from 'preact/hooks';
import { show } from '../app/toasts';
import { useWords } from '../data/words';
import { useLabel, useValueWords } from '../records/use-label';
import { usePhone } from '../session/phone';
import { Choices } from '../ui/Choices';
import { Sheet } from '../ui/Sheet';
import { type Comparison, type Conflict, sendOn } from './record-conflict';

type Side = 'theirs' | 'mine';

export interface CompareSheetProps {
  readonly item: OutboxItem;
  readonly comparison: Comparison;
  readonly onClose: () => void;
}

/** Both values side by side, field by field; nothing is sent before each is decided. */
export function CompareSheet({ item, comparison: { record, conflicts }, onClose }: CompareSheetProps) {
  const t = useWords();
  const phone = usePhone();
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const isDecided = conflicts.every(({ field }) => chosen[field.name]);

  async function send() {
    const values = wanted(recordWorkOf(item)?.values ?? {}, chosen);
    if (!(await sendOn(phone, item, record, values))) show({ text: t('phone.compare-dropped') });
    onClose();
  }

  return (
    <Sheet title={t('phone.compare')} onClose={onClose} tall>
      <div class="scroll">
        <p>{t('phone.compare-why')}</p>
        {conflicts.map((conflict) => (
          <Choice
            key={conflict.field.name}
            conflict={conflict}
            side={chosen[conflict.field.name]}
            onChoose={(side) => setChosen({ ...chosen, [conflict.field.name]: side })}
          />
        ))}
      </div>
      <button type="button" class="btn prim wide" disabled={!isDecided} onClick={() => void send()}>
        {t('phone.compare-done')}
      </button>
    </Sheet>
  );
}

const wanted = (values: FieldValues, chosen: Readonly<Record<string, Side>>): FieldValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => chosen[name] !== 'theirs'));

function Choice({ conflict: { field, theirs, theirsTitle, mine }, side, onChoose }: { conflict: Conflict; side: Side | undefined; onChoose: (side: Side) => void }) {
  const t = useWords();
  const labelOf = useLabel();
  const wordsOf = useValueWords();
  const said = (value: FieldValue) => (value === null ? t('phone.cleared') : wordsOf(field, value));
  const options = [
    { value: 'theirs', text: t('phone.compare-theirs', { value: theirsTitle ?? said(theirs) }) },
    { value: 'mine', text: t('phone.compare-mine', { value: field.references ? t('phone.record-choose') : said(mine) }) },
  ];
  return (
    <Choices
      name={field.name}
      label={labelOf(field.label)}
      options={options}
      value={side ?? ''}
      onChoose={(value) => onChoose(value === 'mine' ? 'mine' : 'theirs')}
    />
  );
}
