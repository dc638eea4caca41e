import { useTexts } from '../i18n/use-texts';
import type { Drawing } from './chosen';

interface DrawToolsProps {
  readonly drawing: Drawing | undefined;
  readonly onDraw: (drawing: Drawing | undefined) => void;
}

const FORMS = ['rectangle', 'polygon', 'window'] as const;

/** Drawing to choose. The window as it is needs no pointer. */
export function DrawTools({ drawing, onDraw }: DrawToolsProps) {
  const t = useTexts();
  return (
    <section className="draw-tools" aria-labelledby="draw-title">
      <h2 id="draw-title">{t('console.map.draw')}</h2>
      <fieldset className="segments">
        <legend className="visually-hidden">{t('console.map.draw')}</legend>
        {FORMS.map((form) => (
          <button
            type="button"
            key={form}
            aria-pressed={drawing === form}
            onClick={() => onDraw(drawing === form ? undefined : form)}
          >
            {t(`console.map.draw.${form}`)}
          </button>
        ))}
      </fieldset>
      {drawing !== undefined && drawing !== 'window' && <p className="muted">{t(`console.map.draw.${drawing}-how`)}</p>}
    </section>
  );
}
