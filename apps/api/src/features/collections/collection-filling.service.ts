import { Injectable } from '@nestjs/common';
import type { CollectionState, FieldValues, FillCommand, FillItem, FillPart } from '@wangge/contracts';
import { chainOf, type Lens, parseAnswers, toRegisterField, type Viewer } from '@wangge/domain';
import { appendAudit } from '../../platform/audit/index.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { isFirstTime } from '../../platform/commands/commands.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import {
  mayAt,
  RecordCells,
  RecordChanges,
  RecordGaps,
  RecordLookup,
  recordLens,
  refusalOf,
  RegisterCatalogue,
  type Registers,
  ValueRules,
} from '../registers/index.js';
import { planOf } from './collection-plan.js';
import { CollectionTasks } from './collection-tasks.js';
import { CollectionsRepository } from './collections.repository.js';
import { type HeldItem, type ItemCursor, ItemsRepository, type StoredItem } from './items.repository.js';
import { namesOf, type PartDbRow, type StoredCollection } from './stored-collection.js';

/** Records that are shown of a part at once; the rest follow page by page. */
const PAGE = 50;

/** What a unit grid's worker does: sees what is missing there and fills it in, record by record. */
@Injectable()
export class CollectionFilling {
  constructor(
    private readonly database: Database,
    private readonly collections: CollectionsRepository,
    private readonly items: ItemsRepository,
    private readonly changes: RecordChanges,
    private readonly gaps: RecordGaps,
    private readonly lookup: RecordLookup,
    private readonly tasks: CollectionTasks,
    private readonly catalogue: RegisterCatalogue,
    private readonly cells: RecordCells,
    private readonly rules: ValueRules,
    private readonly clock: SystemClock,
  ) {}

  async part(viewer: Viewer, id: string, cursor: string | undefined): Promise<FillPart> {
    const registers = await this.catalogue.of(viewer);
    const lens = fillingLens(viewer);
    return this.database.as(lens, async (tx) => {
      const { part, collection } = await this.found(tx, lens, id);
      const found = await this.items.list(tx, lens, part, cursor === undefined ? undefined : readCursor(cursor), PAGE + 1);
      const page = found.slice(0, PAGE);
      const last = page.at(-1);
      const { title, register, state, dueOn, author } = collection;
      return {
        id: part.id,
        collection: { id: collection.id, title, register, state, dueOn, author },
        questions: planOf(registers, collection).questions.map((field) => toRegisterField({}, field)),
        chain: chainOf(part.grid_code),
        names: namesOf(part),
        items: part.items,
        done: part.done,
        open: await this.shown(tx, lens, registers, page),
        nextCursor: found.length > PAGE && last ? `${last.register} ${last.id}` : null,
      };
    });
  }

  async fill(viewer: Viewer, partId: string, { commandId, ...given }: FillCommand): Promise<FillItem> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(given.register);
    const command = { ...given, id: given.recordId.toLowerCase() };
    const content = this.cells.commandHash({ fill: partId, ...given });
    try {
      return await this.database.as({ kind: 'record', id: command.id }, async (tx) => {
        const isFirst = await isFirstTime(tx, { accountId: viewer.accountId, commandId, subjectId: command.id, content });
        const lens = fillingLens(viewer);
        await tx.become(lens);
        const { part, collection } = await this.found(tx, lens, partId);
        if (!mayAt(viewer, 'collection.fill', { gridCode: part.grid_code })) throw apiError('permission.denied');
        if (!(await this.items.find(tx, lens, collection.id, command))) throw notFound();
        if (isFirst) {
          const { id, version, values, answers } = command;
          if (Object.keys(values).length > 0) await this.changes.within(tx, viewer, registers, definition, id, { version, values });
          await tx.become({ kind: 'job' });
          await this.settle(tx, viewer, registers, collection, command, answers);
          await tx.become(lens);
        }
        return await this.one(tx, lens, registers, collection, command);
      });
    } catch (error) {
      throw refusalOf(definition, error);
    }
  }

  /** What is known now is known to every table that asks for it; an answer belongs to its own table alone. */
  private async settle(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    { districtCode, id: collectionId, register: subject }: StoredCollection,
    at: ItemCursor,
    answers: FieldValues,
  ): Promise<void> {
    const held = await this.items.hold(tx, districtCode, at);
    const own = held.find((item) => item.collectionId === collectionId);
    if (!own) throw notFound();
    const now = this.clock.now().toISOString();
    const answered = this.answersOf(own, subject, answers);
    if (Object.keys(answered).length > 0) {
      await this.items.answer(tx, districtCode, collectionId, at.id, answered, now);
      await this.keepAnswers(tx, viewer, own, districtCode, Object.keys(answered), now);
    }
    const asked = [...new Set(held.flatMap((item) => item.asked))];
    const [gap] = await this.gaps.of(tx, { kind: 'job' }, registers.get(at.register), [at.id], { asked, references: [] });
    for (const item of held) {
      const questions = item === own ? item.questions.filter((name) => answered[name] === undefined) : item.questions;
      await this.keep(tx, viewer, districtCode, item, { ...item, questions, open: item.asked.filter((name) => gap?.open.includes(name)) }, now);
    }
  }

  private async keep(tx: Transaction, viewer: Viewer, districtCode: string, before: HeldItem, after: HeldItem, at: string): Promise<void> {
    await this.items.store(tx, districtCode, after, at, viewer.accountId);
    const isDone = after.open.length + after.questions.length === 0;
    const complete = isDone === before.isDone ? null : await this.items.count(tx, districtCode, after, isDone ? 1 : -1);
    if (complete !== null) await this.tasks.finish(tx, complete, at);
  }

  /** An answer to a table that is over is refused: nobody would read it. What goes to the register is taken all the same. */
  private answersOf({ form, register, state }: HeldItem, subject: string, answers: FieldValues): FieldValues {
    const parsed = parseAnswers(register === subject ? form : [], answers, this.rules.now());
    if ('faults' in parsed)
      throw apiError('record.invalid', { fields: parsed.faults.map(({ path, rule }) => ({ path: `body.answers.${path}`, rule })) });
    const given = Object.fromEntries(Object.entries(parsed.values).filter(([, value]) => value !== null));
    if (Object.keys(given).length > 0 && state !== ('open' satisfies CollectionState)) throw apiError('collection.over');
    return given;
  }

  private async found(tx: Transaction, lens: Lens, id: string): Promise<{ part: PartDbRow; collection: StoredCollection }> {
    const part = await this.collections.part(tx, lens, id);
    if (!part) throw notFound();
    // Whoever sees a part may know what it is a part of, though the table is of a larger area.
    await tx.become({ kind: 'job' });
    const collection = await this.collections.find(tx, { kind: 'job' }, part.collection_id);
    await tx.become(lens);
    if (!collection) throw notFound();
    return { part, collection };
  }

  private async one(tx: Transaction, lens: Lens, registers: Registers, { id }: StoredCollection, at: ItemCursor): Promise<FillItem> {
    const item = await this.items.find(tx, lens, id, at);
    const [shown] = item ? await this.shown(tx, lens, registers, [item]) : [];
    if (!shown) throw notFound();
    return shown;
  }

  /** A record that is gone meanwhile, or has moved away, is left out. */
  private async shown(tx: Transaction, lens: Lens, registers: Registers, items: readonly StoredItem[]): Promise<FillItem[]> {
    const found: FillItem[] = [];
    for (const register of new Set(items.map((item) => item.register))) {
      const definition = registers.find(register);
      if (!definition) continue;
      const own = items.filter((item) => item.register === register);
      const views = await this.lookup.find(tx, lens, registers, definition, own.map(({ id }) => id));
      for (const { id, open, questions } of own) {
        const record = views.get(id);
        if (record) found.push({ register, record, open: [...open], questions: [...questions] });
      }
    }
    return found;
  }

  private keepAnswers(tx: Transaction, viewer: Viewer, { register, id, collectionId }: HeldItem, districtCode: string, questions: string[], at: string) {
    return appendAudit(tx, {
      at,
      actorId: viewer.accountId,
      actorName: viewer.name,
      action: 'collection.answered',
      subjectType: register,
      subjectId: id,
      districtCode,
      details: { collection: collectionId, questions },
    });
  }
}

/** A worker's own areas; what he may not read in the registers he is not asked for either. */
const fillingLens = (viewer: Viewer): Lens => recordLens(viewer, 'collection.fill');

function readCursor(cursor: string): ItemCursor {
  const [register = '', id = ''] = cursor.split(' ');
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw apiError('request.invalid', { fields: [{ path: 'query.cursor', rule: 'unknown' }] });
  return { register, id };
}
