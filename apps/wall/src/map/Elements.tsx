import { placeNameOf } from '@wangge/domain';
import type { Board } from '@wangge/contracts';
import { numberText } from '../figures';
import { useLanguage } from '../language';
import { elementFigures } from './elements';
import './elements.css';

export function Elements({ board }: { readonly board: Board }) {
  const { t } = useLanguage();
  return (
    <section class="elements">
      <div>
        <h2>{t('wall.elements')}</h2>
        <p>{t('wall.elements.of', { name: placeNameOf(board.name) })}</p>
      </div>
      {elementFigures(board).map(({ key, value }) => (
        <div key={key}>
          <strong>{numberText(value)}</strong>
          <p>
            <span>{t(`wall.element.${key}`)}</span> {t(`wall.element.${key}.what`)}
          </p>
        </div>
      ))}
    </section>
  );
}
