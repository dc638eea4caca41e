import { useState } from 'preact/hooks';
import { useReply } from '../data/use-reply';
import { useWords } from '../data/words';
import { Empty } from '../ui/Empty';
import { Sheet } from '../ui/Sheet';
import { Trouble } from '../ui/Trouble';
import { pointingWords } from './pointing-words';
import { foundRecords, newestRecords } from './record-questions';
import { SearchLine } from './SearchLine';

export interface ReferenceInputProps {
  readonly id: string;
  readonly label: string;
  readonly register: string;
  /** The id of the chosen record, or nothing. */
  readonly value: string;
  readonly title: string | undefined;
  readonly onChoose: (id: string, title: string) => void;
}

/** A record of another register, chosen from those of the worker's area. */
export function ReferenceInput({ id, label, register, value, title, onChoose }: ReferenceInputProps) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  return (
    <div class="two">
      <button type="button" id={id} class="btn line" onClick={() => setOpen(true)}>
        {value ? (title ?? t('phone.record-choose')) : t('phone.record-choose')}
      </button>
      {value && (
        <button type="button" class="btn quiet" onClick={() => onChoose('', '')}>
          {t('phone.record-clear')}
        </button>
      )}
      {open && (
        <Sheet title={label} onClose={() => setOpen(false)} tall>
          <Found
            register={register}
            onChoose={(chosen, name) => {
              onChoose(chosen, name);
              setOpen(false);
            }}
          />
        </Sheet>
      )}
    </div>
  );
}

function Found({ register, onChoose }: Pick<ReferenceInputProps, 'register' | 'onChoose'>) {
  const t = useWords();
  const [q, setQ] = useState('');
  const newest = useReply(...newestRecords(register));
  const found = useReply(...foundRecords(register, q));
  const { data, error } = q === '' ? newest : found;
  return (
    <>
      <SearchLine onSearch={setQ} />
      {error !== undefined && !data && <Trouble error={error} />}
      {data?.items.length === 0 && <Empty text={t('phone.records-not-found')} />}
      <ul class="rows">
        {data?.items.map((record) => (
          <li key={record.id}>
            <button type="button" class="row" onClick={() => onChoose(record.id, record.title)}>
              <span class="g">
                <b>{record.title}</b>
                <span class="muted">{pointingWords(record)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
