import type { MatterClass } from '@wangge/contracts';
import { useState } from 'preact/hooks';
import { useWords } from '../data/words';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { Sheet } from '../ui/Sheet';

export interface ClassSheetProps {
  readonly classes: readonly MatterClass[];
  readonly chosen: string;
  readonly onChoose: (code: string) => void;
  readonly onClose: () => void;
}

/** All classes by major group, narrowed by a few letters of name or code. */
export function ClassSheet({ classes, chosen, onChoose, onClose }: ClassSheetProps) {
  const t = useWords();
  const [wanted, setWanted] = useState('');
  const words = wanted.trim();
  const found = classes.filter(
    ({ name, code, alias2013 }) => name.includes(words) || code.startsWith(words) || alias2013 === words,
  );
  const take = (code: string) => {
    onChoose(code);
    onClose();
  };
  return (
    <Sheet title={t('phone.class-title')} onClose={onClose} tall>
      <label class="search">
        <Icon name="search" />
        <span class="hidden">{t('phone.class-search')}</span>
        <input
          type="search"
          placeholder={t('phone.class-search')}
          value={wanted}
          onInput={({ currentTarget }) => setWanted(currentTarget.value)}
        />
      </label>
      <div class="classes">
        <button type="button" class="row" onClick={() => take('none')}>
          <span class="g">{t('phone.class-none')}</span>
        </button>
        {found.length === 0 && <Empty text={t('phone.class-not-found')} hint={t('phone.class-not-found-hint')} />}
        {groupsOf(found).map(([major, items]) => (
          <section key={major}>
            <h3>{major}</h3>
            {items.map(({ code, name }) => (
              <button key={code} type="button" class="row" aria-pressed={code === chosen} onClick={() => take(code)}>
                <span class="g">{name}</span>
                {code === chosen && <Icon name="tick" />}
              </button>
            ))}
          </section>
        ))}
      </div>
    </Sheet>
  );
}

function groupsOf(classes: readonly MatterClass[]): readonly (readonly [string, readonly MatterClass[]])[] {
  const groups = new Map<string, MatterClass[]>();
  for (const matter of classes) groups.set(matter.majorName, [...(groups.get(matter.majorName) ?? []), matter]);
  return [...groups];
}
