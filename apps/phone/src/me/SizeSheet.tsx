import { chooseSize, sizeChoice, TEXT_SIZES } from '../data/preferences';
import { useStore } from '../data/store';
import { useWords } from '../data/words';
import { Segments } from '../ui/Segments';
import { Sheet } from '../ui/Sheet';

export function SizeChoice() {
  const t = useWords();
  const size = useStore(sizeChoice);
  const options = TEXT_SIZES.map((value) => ({ value, text: t(`phone.size-${value}`) }));
  return <Segments name="size" label={t('phone.size')} options={options} value={size} onChoose={chooseSize} />;
}

export function SizeSheet({ onClose }: { onClose: () => void }) {
  const t = useWords();
  return (
    <Sheet title={t('phone.size')} onClose={onClose}>
      <SizeChoice />
      <p class="muted">{t('phone.size-sample')}</p>
    </Sheet>
  );
}
