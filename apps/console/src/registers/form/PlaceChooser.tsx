import type { Point, RegisterView, Shape } from '@wangge/contracts';
import { GridTree } from '../../events/list/GridTree';
import { PointSection } from '../../events/report/PointSection';
import { useTexts } from '../../i18n/use-texts';
import { useMe, rootOf } from '../../layout/use-me';
import { useGridNode } from '../register-queries';
import { ShapeSection } from './ShapeSection';

interface PlaceChooserProps {
  readonly register: RegisterView;
  readonly point: Point | undefined;
  readonly shape: Shape | undefined;
  readonly gridCode: string | undefined;
  readonly asked: boolean;
  readonly onPoint: (point: Point) => void;
  readonly onShape: (shape: Shape | undefined) => void;
  readonly onGrid: (code: string | undefined) => void;
}

/** Where a record is: a point, a line or an area on the map, or the unit grid where its register has no geometry. */
export function PlaceChooser(props: PlaceChooserProps) {
  const { register, point, shape, gridCode, asked, onPoint, onShape, onGrid } = props;
  const t = useTexts();
  const words = usePointWords();
  if (register.geometry === 'point') {
    return (
      <PointSection
        point={point}
        fault={asked && !point ? t('console.registers.pick') : undefined}
        onPick={onPoint}
        words={words}
      />
    );
  }
  if (register.geometry !== 'none') {
    const fault = asked && !shape ? t(`console.registers.draw.${register.geometry}`) : undefined;
    return <ShapeSection geometry={register.geometry} shape={shape} fault={fault} onDraw={onShape} />;
  }
  return <UnitGridChooser gridCode={gridCode} asked={asked} onGrid={onGrid} />;
}

export function usePointWords() {
  const t = useTexts();
  return { map: t('console.registers.pick-map'), pin: t('console.registers.pick-pin'), pick: t('console.registers.pick') };
}

function UnitGridChooser({ gridCode, asked, onGrid }: Pick<PlaceChooserProps, 'gridCode' | 'asked' | 'onGrid'>) {
  const t = useTexts();
  const root = rootOf(useMe());
  const node = useGridNode(gridCode).data;
  const path = node?.path.filter(({ code }) => code.length >= Math.min(root.length, 9)).map(({ name }) => name);
  return (
    <section className="grid-chooser">
      <GridTree scope={gridCode} onSelect={onGrid} counts={false} unitGrids />
      <p className="located" aria-live="polite">
        {gridCode ? (
          (path?.join(' / ') ?? gridCode)
        ) : (
          <span className={asked ? 'fault' : 'muted'}>{t('console.registers.pick-grid')}</span>
        )}
      </p>
    </section>
  );
}
