import { roundedDistance } from '../data/geo';
import { useWords } from '../data/words';

/** "120 米": the number large, its unit small. */
export function DistanceWords({ metres }: { metres: number }) {
  const t = useWords();
  const { unit, count } = roundedDistance(metres);
  return (
    <>
      {count}
      <small>{t(unit === 'metres' ? 'phone.metres' : 'phone.kilometres')}</small>
    </>
  );
}
