import type { UseQueryResult } from '@tanstack/react-query';
import type { Boundaries, GridCheck } from '@wangge/contracts';
import type { GridWorking } from './use-grid-work';

export interface ChangeFormProps {
  readonly community: string;
  readonly boundaries: Boundaries;
  readonly working: GridWorking;
  readonly drawing: 'Line' | 'Polygon' | undefined;
  readonly onDraw: (drawing: 'Line' | 'Polygon' | undefined) => void;
  readonly check: UseQueryResult<GridCheck>;
  readonly onPlanned: () => void;
}
