import { Injectable } from '@nestjs/common';
import { type DecideMove, Id, Instant, type MoveOutcome, type MoveRecord, type RecordMove } from '@wangge/contracts';
import { MOVE_FLOW, moveActions, type RegisterDefinition, type Viewer } from '@wangge/domain';
import { z } from 'zod';
import { SystemClock } from '../../../platform/clock/clock.js';
import { isFirstTime } from '../../../platform/commands/commands.js';
import { Database, isUniqueViolation, type Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import type { PlainRecord } from '../record.js';
import { mayAt, recordLens, recordListLens } from '../record-lenses.js';
import { titleOf } from '../record.mapper.js';
import { RecordReferences, refusalOf } from '../record-references.js';
import { RecordViews } from '../record-views.js';
import { RegisterCatalogue, type Registers } from '../register-catalogue.js';
import { RegistersRepository } from '../registers.repository.js';
import { type Direction, type MoveCursor, type MoveRow, MovesRepository, toMove } from './moves.repository.js';
import { nowhere, RecordMoving } from './record-moving.js';

interface Asked {
  readonly direction: Direction;
  readonly open: 'true' | 'false';
  readonly perPage: number;
  readonly cursor?: string | undefined;
}

/** Records go from place to place: within an area at once, between areas by consent of both. */
@Injectable()
export class MovesService {
  constructor(
    private readonly database: Database,
    private readonly records: RegistersRepository,
    private readonly moves: MovesRepository,
    private readonly moving: RecordMoving,
    private readonly references: RecordReferences,
    private readonly views: RecordViews,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  async move(viewer: Viewer, register: string, asked: string, input: MoveRecord): Promise<MoveOutcome> {
    const registers = await this.catalogue.of(viewer);
    const definition = movable(registers, register);
    const id = asked.toLowerCase();
    try {
      return await this.database.as({ kind: 'record', id }, async (tx) => {
        const command = { accountId: viewer.accountId, commandId: input.id, subjectId: id, content: { ...input, register, record: id } };
        if (await isFirstTime(tx, command)) await this.begin(tx, viewer, registers, definition, id, input);
        await tx.become(recordLens(viewer));
        const row = await this.moves.find(tx, viewer, register, input.id);
        if (row) return { record: null, asked: toMove(viewer, row) };
        const record = await this.records.find(tx, recordLens(viewer), definition, id);
        if (!record) throw notFound();
        return { record: await this.views.detail(tx, viewer, registers, definition, record), asked: null };
      });
    } catch (error) {
      if (isUniqueViolation(error, 'register_move_asked')) throw apiError('move.asked-already');
      throw isUniqueViolation(error, 'register_move_pkey') ? apiError('command.reused') : refusalOf(definition, error);
    }
  }

  async list(viewer: Viewer, register: string, { direction, open, perPage, cursor }: Asked) {
    const definition = movable(await this.catalogue.of(viewer), register);
    const lens = recordListLens(viewer, undefined, 'register.move');
    if (!lens) return { items: [] as RecordMove[], total: 0, totalIs: 'exact' as const, nextCursor: null };
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const isOpen = open === 'true';
    return this.database.as(lens, async (tx) => {
      const rows = await this.moves.list(tx, lens, definition.name, { direction, isOpen, most: perPage, ...(after && { after }) });
      const total = await this.moves.count(tx, lens, definition.name, direction, isOpen);
      const last = rows.length > perPage ? rows[perPage - 1] : undefined;
      return {
        items: rows.slice(0, perPage).map((row) => toMove(viewer, row)),
        total: Math.min(total, MovesRepository.cap),
        totalIs: total > MovesRepository.cap ? ('atLeast' as const) : ('exact' as const),
        nextCursor: last ? writeCursor(last) : null,
      };
    });
  }

  async decide(viewer: Viewer, register: string, id: string, input: DecideMove): Promise<RecordMove> {
    const registers = await this.catalogue.of(viewer);
    const definition = movable(registers, register);
    try {
      return await this.database.as(recordLens(viewer), async (tx) => {
        const seen = await this.moves.find(tx, viewer, register, id);
        if (!seen) throw notFound();
        await tx.become({ kind: 'job' });
        const move = await this.moves.hold(tx, seen);
        if (move?.state !== 'asked') throw apiError('move.decided');
        if (!moveActions(viewer, move).includes(input.action)) throw apiError('permission.denied');
        const at = this.clock.now().toISOString();
        if (input.action === 'accept') await this.accept(tx, viewer, registers, definition, move, input, at);
        await this.moves.decide(tx, viewer, move, { state: MOVE_FLOW[input.action].to, answer: input.reason, at });
        await tx.become(recordLens(viewer));
        const decided = await this.moves.find(tx, viewer, register, id);
        if (!decided) throw notFound();
        return toMove(viewer, decided);
      });
    } catch (error) {
      throw refusalOf(definition, error);
    }
  }

  private async begin(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    definition: RegisterDefinition,
    id: string,
    { version, gridCode, values, reason, id: moveId }: MoveRecord,
  ): Promise<void> {
    await tx.become(recordLens(viewer));
    const seen = await this.records.find(tx, recordLens(viewer), definition, id);
    if (!seen) throw notFound();
    if (!mayAt(viewer, 'register.move', seen.chain)) throw apiError('permission.denied');
    await tx.become({ kind: 'job' });
    const record = await this.records.lock(tx, definition, seen.chain.districtCode, seen.id);
    if (!record || !mayAt(viewer, 'register.move', record.chain) || record.version !== version) throw apiError('record.stale');
    if (!gridCode.startsWith(record.chain.districtCode)) throw apiError('grid.outside-district');
    const at = this.clock.now().toISOString();
    if (mayAt(viewer, 'register.move', { gridCode })) {
      const stored = await this.moving.carryOut(tx, viewer, registers, definition, record, { gridCode, values, reason, at });
      await tx.become(recordLens(viewer));
      await this.references.check(tx, viewer, registers, definition, record.chain.districtCode, stored);
      return;
    }
    if (!(await this.moves.isPlace(tx, gridCode))) throw nowhere();
    const title = titleOf(definition, record.values[definition.titleField] ?? null);
    await this.moves.store(tx, viewer, { id: moveId, register: definition.name, record, title, toCode: gridCode, reason, at });
  }

  private async accept(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    definition: RegisterDefinition,
    move: MoveRow,
    { gridCode = move.toCode, values = {} }: DecideMove,
    at: string,
  ): Promise<void> {
    if (!gridCode.startsWith(move.toCode) || !mayAt(viewer, 'register.move', { gridCode })) throw nowhere();
    const record: PlainRecord | undefined = await this.records.lock(tx, definition, move.districtCode, move.recordId);
    // Merged, taken out or moved since it was asked: there is nothing that could come.
    if (record?.chain.gridCode !== move.fromCode) throw apiError('record.stale');
    const stored = await this.moving.carryOut(tx, viewer, registers, definition, record, { gridCode, values, reason: move.reason, at });
    await tx.become(recordLens(viewer));
    await this.references.check(tx, viewer, registers, definition, move.districtCode, stored);
    await tx.become({ kind: 'job' });
  }
}

/** Records with a point move by their point; only what a definition lets move is asked for here. */
function movable(registers: Registers, name: string): RegisterDefinition {
  const definition = registers.get(name);
  if (!definition.moving) throw notFound();
  return definition;
}

const Cursor = z.tuple([Instant, Id]);

const writeCursor = ({ askedAt, id }: MoveRow): string =>
  Buffer.from(JSON.stringify([askedAt.toISOString(), id])).toString('base64url');

function readCursor(text: string): MoveCursor {
  try {
    const [at, id] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { at, id };
  } catch {
    throw apiError('request.invalid', { fields: [{ path: 'query.cursor', rule: 'unknown' }] });
  }
}
