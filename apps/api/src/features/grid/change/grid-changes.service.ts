import { Injectable } from '@nestjs/common';
import type { GridChangeView, GridCheck, gridChangesApi, InputOf, PlanGridChange, ReplyOf } from '@wangge/contracts';
import { areaLens, changeableAreas, covers, type Lens, mayUndo, placeNameOf, startOfChange, type Viewer } from '@wangge/domain';
import { appendAudit } from '../../../platform/audit/index.js';
import { SystemClock } from '../../../platform/clock/clock.js';
import { isFirstTime } from '../../../platform/commands/commands.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import { setTimers } from '../../../platform/timers/timers.js';
import { LOCK_GRID } from '../import/import.queries.js';
import { GRID_CHANGE_TIMER } from './grid-change-execution.js';
import { moveOf, toRow, toView } from './grid-changes.mapper.js';
import { type ChangeRecord, GridChangesRepository } from './grid-changes.repository.js';
import { GridDrafts, type ResolvedDraft } from './grid-drafts.js';
import { GridPreviews } from './grid-previews.js';
import { GridShapes } from './grid-shapes.js';
import { GridChangeParticipants } from './participant.js';

type Body<E extends keyof typeof gridChangesApi> = InputOf<(typeof gridChangesApi)[E]>['body'];
type Query<E extends keyof typeof gridChangesApi> = InputOf<(typeof gridChangesApi)[E]>['query'];
type Reply<E extends keyof typeof gridChangesApi> = ReplyOf<(typeof gridChangesApi)[E]>;

/** Plans of changes of the unit grids: looked at, made, read and taken back. */
@Injectable()
export class GridChangesService {
  constructor(
    private readonly database: Database,
    private readonly drafts: GridDrafts,
    private readonly shapes: GridShapes,
    private readonly changes: GridChangesRepository,
    private readonly previews: GridPreviews,
    private readonly participants: GridChangeParticipants,
    private readonly clock: SystemClock,
  ) {}

  async check(viewer: Viewer, input: Body<'check'>): Promise<GridCheck> {
    const lens = lensOver(viewer, this.drafts.communityOf(viewer, input.draft));
    const participants = await this.participants.of(viewerDistrict(input.draft));
    return this.database.as(lens, async (tx) => {
      const draft = await this.drafts.resolve(tx, lens, input);
      const isRefused = draft.problems.some(({ refused }) => refused);
      return {
        community: { ...draft.community, name: placeNameOf(draft.community.name) },
        before: [...draft.before],
        pieces: await this.shapes.describe(tx, draft.move.pieces),
        problems: [...draft.problems],
        moves: isRefused ? [] : await this.previews.counts(tx, lens, participants, draft.move),
      };
    });
  }

  async draftMoves(viewer: Viewer, input: Body<'draftMoves'>): Promise<Reply<'draftMoves'>> {
    const lens = lensOver(viewer, this.drafts.communityOf(viewer, input.draft));
    const participants = await this.participants.of(viewerDistrict(input.draft));
    return this.database.as(lens, async (tx) => {
      const draft = await this.drafts.resolve(tx, lens, input);
      refuseProblems(draft);
      return this.previews.page(tx, lens, participants, draft.move, { ...input, cursor: input.cursor });
    });
  }

  /** Two plans of one grid would contradict each other: the second is refused until the first is over. */
  async plan(viewer: Viewer, input: PlanGridChange): Promise<GridChangeView> {
    const { id } = input;
    const community = this.drafts.communityOf(viewer, input.draft);
    const lens = lensOver(viewer, community);
    const now = this.clock.now().toISOString();
    const start = startOfChange(input.effectiveOn, now);
    const record: Lens = { kind: 'record', id };
    await this.database.as(record, async (tx) => {
      const isFirst = await isFirstTime(tx, { accountId: viewer.accountId, commandId: id, subjectId: id, content: input });
      if (!isFirst) return;
      await tx.query(LOCK_GRID);
      const draft = await this.drafts.resolve(tx, record, input);
      refuseProblems(draft);
      await tx.become({ kind: 'job' });
      if (await this.changes.isPending(tx, community, draft.move.codes)) throw apiError('grid.change-pending');
      await tx.become(record);
      await this.store(tx, viewer, input, draft, { now, start });
    });
    return this.read(viewer, lens, id);
  }

  async list(viewer: Viewer, query: Query<'list'>): Promise<Reply<'list'>> {
    const { scope, status, perPage, cursor } = query;
    const areas = [...changeableAreas(viewer)].sort((a, b) => a.length - b.length);
    const area = scope === undefined ? areas[0] : areas.find((code) => covers(code, scope));
    if (area === undefined) return { items: [], nextCursor: null };
    const lens = areaLens(area);
    const filter = {
      scope: scope ?? area,
      status,
      after: cursor === undefined ? undefined : readCursor(cursor),
      most: perPage + 1,
    };
    const found = await this.database.as(lens, (tx) => this.changes.list(tx, lens, filter));
    const items = found.slice(0, perPage).map(toRow);
    const last = items.at(-1);
    return { items, nextCursor: found.length > perPage && last ? `${last.effectiveOn}_${last.id}` : null };
  }

  async get(viewer: Viewer, id: string): Promise<GridChangeView> {
    return this.read(viewer, memberOf(viewer), id);
  }

  async moves(viewer: Viewer, id: string, { kind, undecided, cursor }: Query<'moves'>): Promise<Reply<'moves'>> {
    const record = await this.getRecord(viewer, id);
    const participants = await this.participants.of({ districtCode: record.district_code });
    const lens = lensOver(viewer, record.community_code);
    return this.database.as(lens, async (tx) => {
      const move = moveOf(record, await this.changes.listPieces(tx, record));
      // What has been carried out or given up moves nothing any more.
      if (record.status !== 'planned') return { items: [], nextCursor: null };
      return this.previews.page(tx, lens, participants, move, { kind, undecided: undecided === 'true', cursor });
    });
  }

  async undo(viewer: Viewer, id: string, version: number): Promise<GridChangeView> {
    const seen = await this.getRecord(viewer, id);
    await this.database.as({ kind: 'record', id: seen.id }, async (tx) => {
      const change = await this.changes.lock(tx, seen.district_code, seen.id);
      if (!change) throw notFound();
      if (!mayUndo(change)) throw apiError('grid.change-over');
      if (change.version !== version) throw apiError('record.stale');
      const at = this.clock.now().toISOString();
      await this.changes.end(tx, change, 'undone', { at, by: viewer.name, moved: null });
      await setTimers(tx, { districtCode: change.district_code, id: change.id }, []);
      await this.audit(tx, viewer, change.id, 'grid.change-undo', {
        kind: change.kind,
        codes: change.codes,
        at,
        districtCode: change.district_code,
      });
    });
    return this.read(viewer, memberOf(viewer), id);
  }

  private async store(
    tx: Transaction,
    viewer: Viewer,
    { id, effectiveOn, reason }: PlanGridChange,
    { community, before, move }: ResolvedDraft,
    { now, start }: { readonly now: string; readonly start: string },
  ): Promise<void> {
    const isStored = await this.changes.insert(tx, {
      id,
      communityCode: community.code,
      before,
      outlinesHash: await this.changes.hashOutlines(tx, move.codes),
      effectiveOn,
      reason,
      at: now,
      actorId: viewer.accountId,
      actorName: viewer.name,
      move,
    });
    if (!isStored) throw apiError('command.reused');
    const { districtCode, kind, codes } = move;
    await setTimers(tx, { districtCode, id }, [{ kind: GRID_CHANGE_TIMER, at: start }]);
    await this.audit(tx, viewer, id, 'grid.change-plan', { kind, codes, at: now, districtCode, effectiveOn });
  }

  private async audit(
    tx: Transaction,
    viewer: Viewer,
    subjectId: string,
    action: string,
    { at, districtCode, ...details }: { readonly at: string; readonly districtCode: string; readonly [detail: string]: unknown },
  ): Promise<void> {
    const actor = { actorId: viewer.accountId, actorName: viewer.name };
    await appendAudit(tx, { ...actor, at, action, subjectType: 'grid-change', subjectId, districtCode, details });
  }

  private async getRecord(viewer: Viewer, id: string): Promise<ChangeRecord> {
    const lens = memberOf(viewer);
    const record = await this.database.as(lens, (tx) => this.changes.find(tx, lens, id));
    if (!record) throw notFound();
    return record;
  }

  /** What moves is counted anew while a change is planned; afterwards it is what was moved. */
  private async read(viewer: Viewer, by: Lens, id: string): Promise<GridChangeView> {
    const record = await this.database.as(by, (tx) => this.changes.find(tx, by, id));
    if (!record) throw notFound();
    const participants = await this.participants.of({ districtCode: record.district_code });
    const lens = lensOver(viewer, record.community_code);
    return this.database.as(lens, async (tx) => {
      const pieces = await this.changes.listPieces(tx, record);
      const isPlanned = record.status === 'planned';
      const moves = isPlanned ? await this.previews.counts(tx, lens, participants, moveOf(record, pieces)) : (record.moved ?? []);
      return toView(record, await this.shapes.describe(tx, pieces), moves);
    });
  }
}

const viewerDistrict = (draft: Body<'check'>['draft']) => ({
  districtCode: (draft.kind === 'merge' ? (draft.codes[0] ?? '') : draft.code).slice(0, 6),
});

function lensOver(viewer: Viewer, community: string): Lens {
  const area = changeableAreas(viewer).find((code) => covers(code, community));
  if (area === undefined) throw notFound();
  return areaLens(area);
}

function memberOf(viewer: Viewer): Lens {
  return { kind: 'member', accountId: viewer.accountId, codes: changeableAreas(viewer), departmentIds: [] };
}

function refuseProblems({ problems }: ResolvedDraft): void {
  const refused = problems.filter((problem) => problem.refused);
  if (refused.length === 0) return;
  const fields = refused.slice(0, 20).map(({ rule, place }) => ({
    path: 'body.draft',
    rule: place ? `${rule} at ${place.lng.toFixed(6)},${place.lat.toFixed(6)}` : rule,
  }));
  throw apiError('grid.topology', { fields });
}

function readCursor(cursor: string): { day: string; id: string } {
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (!day || !id) throw apiError('request.invalid', { fields: [{ path: 'query.cursor', rule: 'unknown' }] });
  return { day, id };
}
