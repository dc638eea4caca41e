import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import type { ChangeFormProps } from './change-form-props';
import { straightCut } from './cut-line';

type Props = Pick<ChangeFormProps, 'working' | 'drawing' | 'onDraw' | 'boundaries'>;

/** What each way of changing needs beside the grid itself. */
export function DrawingFields(props: Props) {
  const t = useTexts();
  const { work, change } = props.working;
  if (work.codes.length === 0) return null;
  switch (work.kind) {
    case 'merge':
      return null;
    case 'split':
      return <SplitFields {...props} />;
    case 'rename':
      return (
        <TextField
          label={t('console.grids.name')}
          value={work.name}
          slotProps={{ htmlInput: { maxLength: 40 } }}
          onChange={({ target }) => change({ name: target.value })}
        />
      );
    case 'redraw':
      return (
        <section>
          <p className="muted">{t('console.grids.editing')}</p>
          <label className="grid-check">
            <input type="checkbox" checked={work.follows} onChange={({ target }) => change({ follows: target.checked })} />
            {t('console.grids.follow')}
          </label>
          <p className="muted">{t('console.grids.follow-why')}</p>
        </section>
      );
  }
}

function SplitFields({ working, drawing, onDraw, boundaries }: Props) {
  const t = useTexts();
  const { work, draw } = working;
  if (drawing) {
    return (
      <section>
        <p className="grid-hint" role="status">
          {t(drawing === 'Line' ? 'console.grids.drawing-line' : 'console.grids.drawing-area')}
        </p>
        <button type="button" className="button" onClick={() => onDraw(undefined)}>
          {t('console.grids.stop-drawing')}
        </button>
      </section>
    );
  }
  return (
    <section>
      <div className="grid-buttons">
        <button type="button" className={work.drawn ? 'button' : 'button primary'} onClick={() => onDraw('Line')}>
          {t('console.grids.line')}
        </button>
        <button type="button" className="button" onClick={() => onDraw('Polygon')}>
          {t('console.grids.area')}
        </button>
        {work.drawn && (
          <button type="button" className="link" onClick={() => draw(undefined)}>
            {t('console.grids.again')}
          </button>
        )}
      </div>
      <ByHand working={working} boundaries={boundaries} />
    </section>
  );
}

/** A straight line in two numbers. */
function ByHand({ working: { work, draw }, boundaries }: Pick<Props, 'working' | 'boundaries'>) {
  const t = useTexts();
  const [cut, setCut] = useState({ direction: 0, shift: 50 });
  const grid = boundaries.features.find(({ id }) => id === work.codes[0]);
  const set = (next: Partial<typeof cut>) => {
    const wanted = { ...cut, ...next };
    setCut(wanted);
    if (grid) draw(straightCut(grid, wanted));
  };
  const range = (label: string, value: number, most: number, onChange: (value: number) => void) => (
    <label className="grid-range">
      <span>{label}</span>
      <input type="range" min={0} max={most} value={value} onChange={({ target }) => onChange(Number(target.value))} />
      <output>{value}</output>
    </label>
  );
  return (
    <details className="grid-by-hand">
      <summary>{t('console.grids.by-hand')}</summary>
      {range(t('console.grids.direction'), cut.direction, 179, (direction) => set({ direction }))}
      {range(t('console.grids.shift'), cut.shift, 100, (shift) => set({ shift }))}
    </details>
  );
}
