import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MovingCount } from '@wangge/contracts';
import { KEEPS_CODES } from '@wangge/domain';
import { appendAudit } from '../../../platform/audit/index.js';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { appendFact } from '../../../platform/outbox/outbox.js';
import { type DueTimer, TimerSweeper } from '../../../platform/timers/timer-sweeper.js';
import { setTimers } from '../../../platform/timers/timers.js';
import { LOCK_GRID, RAISE_REVISION } from '../import/import.queries.js';
import { moveOf } from './grid-changes.mapper.js';
import { type ChangeRecord, GridChangesRepository } from './grid-changes.repository.js';
import { movesAnything } from './grid-previews.js';
import { type GridChangeParticipant, GridChangeParticipants, type GridMove, type MoveDeed } from './participant.js';

export const GRID_CHANGE_TIMER = 'grid.change';
/** What was stored while the grids changed places is looked for once more, when every transaction of that time is over. */
export const GRID_GATHER_TIMER = 'grid.gather';
const GATHER_MS = 60_000;

/** The fact that unit grids have changed: whoever remembers their names or outlines forgets them. */
export const GRID_CHANGED = 'GridChanged';
export interface GridChanged {
  readonly id: string;
  readonly communityCode: string;
}

/**
 * Carries a planned change out when its day begins. The first step, one transaction, puts the new grids in the place of
 * the old ones and moves all that lies in them, so that readers see the one or the other; killed before its end it has
 * not happened, and is done when the timer's lease is over. The second gathers what was stored meanwhile under the
 * grids of before.
 */
@Injectable()
export class GridChangeExecution implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly changes: GridChangesRepository,
    private readonly participants: GridChangeParticipants,
    private readonly clock: SystemClock,
    private readonly sweeper: TimerSweeper,
  ) {}

  onModuleInit(): void {
    this.sweeper.on(GRID_CHANGE_TIMER, (timer) => this.carryOut(timer));
    this.sweeper.on(GRID_GATHER_TIMER, (timer) => this.gather(timer));
  }

  private async carryOut({ districtCode, subjectId }: DueTimer): Promise<void> {
    const participants = await this.participants.of({ districtCode });
    await this.database.as({ kind: 'job' }, async (tx) => {
      const change = await this.changes.lock(tx, districtCode, subjectId);
      if (change?.status !== 'planned') return;
      await tx.query(LOCK_GRID);
      const at = this.clock.now().toISOString();
      if (!(await this.stillStands(tx, change))) return this.lapse(tx, change, at);
      const move = await this.replace(tx, change);
      const moved = await this.moveAll(tx, participants, move, deedOf(change, at));
      await this.changes.end(tx, change, 'effective', { at, by: change.planned_by_name, moved });
      await this.tell(tx, change, 'grid.change', at, { moved: totalsOf(moved) });
      await setTimers(tx, { districtCode, id: change.id }, [
        { kind: GRID_GATHER_TIMER, at: new Date(Date.parse(at) + GATHER_MS).toISOString() },
      ]);
    });
  }

  private async gather({ districtCode, subjectId }: DueTimer): Promise<void> {
    const participants = await this.participants.of({ districtCode });
    await this.database.as({ kind: 'job' }, async (tx) => {
      const change = await this.changes.lock(tx, districtCode, subjectId);
      if (change?.status !== 'effective') return;
      const at = this.clock.now().toISOString();
      const move = moveOf(change, await this.changes.listPieces(tx, change));
      const more = await this.moveAll(tx, participants, move, deedOf(change, at));
      if (more.length === 0) return;
      await this.changes.setMoved(tx, change, addCounts(change.moved ?? [], more));
    });
  }

  /** An import may have drawn the district anew since, or taken the codes. */
  private async stillStands(tx: Transaction, change: ChangeRecord): Promise<boolean> {
    if ((await this.changes.hashOutlines(tx, change.codes)) !== change.outlines_hash) return false;
    if (KEEPS_CODES[change.kind]) return true;
    const used = new Set(await this.changes.listUsedCodes(tx, change.community_code));
    return change.after.every(({ code }) => !used.has(code));
  }

  private async lapse(tx: Transaction, change: ChangeRecord, at: string): Promise<void> {
    await this.changes.end(tx, change, 'lapsed', { at, by: '', moved: null });
    await this.tell(tx, change, 'grid.change-lapse', at, {});
  }

  private async replace(tx: Transaction, change: ChangeRecord): Promise<GridMove> {
    const move = moveOf(change, await this.changes.listPieces(tx, change));
    if (KEEPS_CODES[change.kind]) await this.changes.changeNodes(tx, change);
    else await this.changes.replaceNodes(tx, change, move.lineage);
    await tx.query(RAISE_REVISION);
    return move;
  }

  private async moveAll(
    tx: Transaction,
    participants: readonly GridChangeParticipant[],
    move: GridMove,
    deed: MoveDeed,
  ): Promise<MovingCount[]> {
    if (!movesAnything(move)) return [];
    const counts: MovingCount[] = [];
    for (const participant of participants) {
      const { total, undecided, to } = await participant.move(tx, move, deed);
      if (total > 0) counts.push({ kind: participant.kind, label: participant.label, total, undecided, to: [...to] });
    }
    return counts;
  }

  private async tell(
    tx: Transaction,
    change: ChangeRecord,
    action: string,
    at: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { id, district_code: districtCode, kind, codes, after } = change;
    await appendAudit(tx, {
      at,
      actorId: change.planned_by,
      actorName: change.planned_by_name,
      action,
      subjectType: 'grid-change',
      subjectId: id,
      districtCode,
      details: { kind, codes, after: after.map(({ code }) => code), ...details },
    });
    const payload: GridChanged = { id, communityCode: change.community_code };
    await appendFact(tx, { name: GRID_CHANGED, districtCode, payload });
  }
}

/** What stands in the history of each record that moves. */
function deedOf(change: ChangeRecord, at: string): MoveDeed {
  const names = (grids: readonly string[]) => grids.join('、');
  return {
    at,
    actorId: change.planned_by,
    actorName: change.planned_by_name,
    words: `网格调整：${names(change.names)} → ${names(change.after.map(({ name }) => name))}`.slice(0, 500),
  };
}

const totalsOf = (counts: readonly MovingCount[]) => counts.map(({ kind, total }) => ({ kind, total }));

function addCounts(before: readonly MovingCount[], more: readonly MovingCount[]): MovingCount[] {
  const kinds = [...new Set([...before, ...more].map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const same = [...before, ...more].filter((count) => count.kind === kind);
    const [first] = same;
    if (!first) return [];
    const codes = [...new Set(same.flatMap(({ to }) => to.map(({ code }) => code)))].sort();
    const countTo = (code: string) =>
      same.flatMap(({ to }) => to.filter((each) => each.code === code)).reduce((sum, { count }) => sum + count, 0);
    return [
      {
        ...first,
        total: same.reduce((sum, { total }) => sum + total, 0),
        undecided: same.reduce((sum, { undecided }) => sum + undecided, 0),
        to: codes.map((code) => ({ code, count: countTo(code) })),
      },
    ];
  });
}
