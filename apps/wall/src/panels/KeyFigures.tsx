import type { Figure, FigureKey } from '@wangge/contracts';
import { Sparkline } from '../charts/Sparkline';
import { changeOf, changeText, FIGURE_FORMS, figureOf, NOTHING, numberText } from '../figures';
import { useLanguage } from '../language';
import { Mark } from '../Mark';
import { useRolled } from '../use-rolled';
import './key-figures.css';

const ORDER = [
  'reported',
  'closed',
  'open',
  'overdue',
  'on-time-rate',
  'handling-minutes',
] as const satisfies readonly FigureKey[];

export function KeyFigures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <section class="figures">
      {ORDER.map((key) => {
        const figure = figureOf(figures, key);
        return figure && <KeyFigure key={key} figure={figure} />;
      })}
    </section>
  );
}

function KeyFigure({ figure: { key, value, yesterday, lastWeek, trend } }: { readonly figure: Figure }) {
  const { t } = useLanguage();
  const form = FIGURE_FORMS[key];
  const rolled = useRolled(value === null ? null : value * form.factor);
  const text = numberText(rolled, form.decimals);
  const alarming = key === 'overdue' && value !== null && value > 0;
  const name = t(`wall.figure.${key}`);
  return (
    <div class={alarming ? 'figure is-alarming' : 'figure'}>
      <h2>{name}</h2>
      <p class={text.length > 4 ? 'value is-long' : 'value'}>
        {alarming && <Mark mark="overdue" size={26} />}
        {text}
        {text !== NOTHING && <small>{t(`wall.unit.${form.unit}`)}</small>}
      </p>
      <p class="changes">
        {t('wall.figure.yesterday')}
        <span>{changeText(changeOf(value, yesterday, form), form.decimals)}</span>
        {t('wall.figure.last-week')}
        <span>{changeText(changeOf(value, lastWeek, form), form.decimals)}</span>
      </p>
      <Sparkline values={trend} alarming={alarming} label={`${name} ${t('wall.figure.trend')}`} />
    </div>
  );
}
