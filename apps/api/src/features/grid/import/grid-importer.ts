import { Injectable } from '@nestjs/common';
import { localDate } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import type { CoordinateSystem } from '../../../platform/geo/coordinates.js';
import { type DistrictDivisions, parseDivisions } from '../plan/divisions.js';
import type { PlannedNode } from '../plan/plan.js';
import { parseOutline } from '../plan/outline.js';
import { toText } from '../plan/well-known-text.js';
import { planWorkers } from './grid-workers.js';
import { type Change, type ChangeOptions, decideChange, type KnownNode, type Sentence } from './import-change.js';
import type { ImportFiles } from './import-files.js';
import type { ImportSummary } from './import-summary.js';
import * as queries from './import.queries.js';

export interface ImportOptions extends Partial<ChangeOptions> {
  readonly coordinates: CoordinateSystem;
  /** Hears how far the import has come. */
  readonly report?: (progress: Sentence) => void;
}

type Levels = Pick<ImportSummary, 'streets' | 'communities' | 'grids' | 'workers'>;

const BATCH = 200;

/** Puts a district into the tree from its two files. Doing it again changes nothing; a failure leaves everything as it was. */
@Injectable()
export class GridImporter {
  constructor(
    private readonly database: Database,
    private readonly clock: SystemClock,
  ) {}

  async import(files: ImportFiles, options: ImportOptions): Promise<ImportSummary> {
    const district = parseDivisions(files.divisions);
    const outline = parseOutline(files.boundary, options.coordinates, district.code);
    const report = options.report ?? (() => undefined);
    const known = await this.database.as({ kind: 'job' }, (tx) => listKnown(tx, district));
    report({ zh: `比对并划分 ${district.name}`, en: `comparing and dividing ${district.name}` });
    // Large districts take half a minute: no transaction waits for that.
    const change = decideChange(district, outline, known, { replace: false, ...options });
    return this.database.as({ kind: 'job' }, async (tx) => {
      await tx.query(queries.LOCK_GRID);
      if (!isSame(known, await listKnown(tx, district)))
        throw new Error(`${district.code} was changed by somebody else meanwhile`);
      return this.store(tx, district, change, report);
    });
  }

  private async store(tx: Transaction, { code, name }: DistrictDivisions, change: Change, report: (progress: Sentence) => void) {
    const day = localDate(this.clock.now().toISOString());
    const before = new Set((await listKnown(tx, { code })).map((node) => node.code));
    const stored = await storeNodes(tx, change.nodes, day, report);
    const created = stored.filter((node) => !before.has(node));
    await storeWorkers(tx, created, day);
    const renamed = await tx.query(queries.RENAME_NODES, [JSON.stringify(change.names)]);
    const retired = await tx.query(queries.RETIRE_NODES, [change.retired, day]);
    const changed = stored.length - created.length + renamed.length;
    if (created.length + changed + retired.length > 0) await tx.query(queries.RAISE_REVISION);
    const [levels] = await tx.query<Levels>(queries.COUNT_LEVELS, [code]);
    if (!levels) throw new Error('a count has one row');
    const overlaps = await tx.query<Overlap>(queries.LIST_OVERLAPS, [code]);
    const warnings = [...change.warnings, ...overlaps.map(describeOverlap)];
    return { district: { code, name }, ...levels, created: created.length, changed, retired: retired.length, warnings };
  }
}

const listKnown = (tx: Transaction, { code }: { readonly code: string }) => tx.query<KnownNode>(queries.LIST_KNOWN, [code]);

function isSame(known: readonly KnownNode[], now: readonly KnownNode[]): boolean {
  return JSON.stringify(known) === JSON.stringify(now);
}

/** Parents first, in batches that can tell how far they are. */
async function storeNodes(tx: Transaction, nodes: readonly PlannedNode[], day: string, report: (progress: Sentence) => void) {
  const ordered = [...nodes].sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
  const changed: string[] = [];
  for (let first = 0; first < ordered.length; first += BATCH) {
    const batch = ordered.slice(first, first + BATCH).map(toRow);
    const rows = await tx.query<{ code: string }>(queries.STORE_NODES, [JSON.stringify(batch), day]);
    changed.push(...rows.map(({ code }) => code));
    const done = Math.min(first + BATCH, ordered.length);
    report({ zh: `写入 ${done}/${ordered.length}`, en: `stored ${done} of ${ordered.length}` });
  }
  return changed;
}

function toRow({ code, name, shape, center, fictional }: PlannedNode) {
  return { code, name, outline: toText(shape), lng: center[0] / 1e7, lat: center[1] / 1e7, fictional };
}

async function storeWorkers(tx: Transaction, created: readonly string[], day: string): Promise<void> {
  const workers = created.filter((code) => code.length === 15).flatMap(planWorkers);
  if (workers.length > 0) await tx.query(queries.STORE_WORKERS, [JSON.stringify(workers), day]);
}

interface Overlap {
  readonly code: string;
  readonly name: string;
  readonly share: number;
}

function describeOverlap({ code, name, share }: Overlap): Sentence {
  const percent = `${Math.round(share * 100)}%`;
  return {
    zh: `与 ${code} ${name} 重叠 ${percent}：请检查坐标系（--coordinates）`,
    en: `overlaps ${code} ${name} by ${percent}: check the coordinate system (--coordinates)`,
  };
}
