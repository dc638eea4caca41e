import type { Chain, Point, Shape } from '@wangge/contracts';
import type { RegisterDefinition, RowFault, RowReading, Viewer } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import type { PlainRow } from '../record.js';
import type { Registers } from '../register-catalogue.js';
import type { SealingThread } from './sealing-thread.js';
import type { BulkKey } from './sealing.js';

/** What is known of one import while its rows are looked at. */
export interface BulkContext {
  readonly viewer: Viewer;
  readonly registers: Registers;
  readonly definition: RegisterDefinition;
  readonly thread: SealingThread;
  /** Keys that stood in an earlier row of the file. */
  readonly seen: Set<string>;
  /** Whether the records found are to stay as they are until the transaction ends. */
  readonly holds: boolean;
}

export type Outcome = 'new' | 'changed' | 'same' | 'wrong';

/** A row of many on its way: each check adds what it found out. */
export interface BulkRow {
  readonly reading: RowReading;
  values: RowReading['values'];
  chain: Chain | null;
  /** Where it is; of a line or an area, a point on it. */
  point: Point | null;
  /** As the database read it. */
  shape: Shape | null;
  key: BulkKey | undefined;
  existing: PlainRow | undefined;
  outcome: Outcome;
  readonly faults: RowFault[];
}

/** One thing that is asked of many rows in few statements. It leaves the transaction under any lens. */
export interface BulkCheck {
  check(tx: Transaction, context: BulkContext, rows: readonly BulkRow[]): Promise<void>;
}

export const toBulkRow = (reading: RowReading): BulkRow => ({
  reading,
  values: reading.values,
  chain: null,
  point: reading.point,
  shape: null,
  key: undefined,
  existing: undefined,
  outcome: 'wrong',
  faults: [...reading.faults],
});

export const isGood = ({ faults }: BulkRow): boolean => faults.length === 0;
