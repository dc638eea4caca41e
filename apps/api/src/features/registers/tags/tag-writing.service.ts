import { Injectable } from '@nestjs/common';
import type { AddTag, EndTag, RecordTag, RenewTag, TagGroup, TagKind } from '@wangge/contracts';
import { findTagKind, hasPermission, localDate, type RegisterDefinition, TAG_PERMISSIONS, type TagDays, tagFaults, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import { isFirstTime } from '../../../platform/commands/commands.js';
import { Database, isUniqueViolation, type Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import type { PlainRecord } from '../record.js';
import { RecordCells } from '../record-cells.js';
import { mayAt, recordLens } from '../record-lenses.js';
import { RegisterCatalogue } from '../register-catalogue.js';
import { RegistersRepository } from '../registers.repository.js';
import { auditTagStep } from './tag-audit.js';
import { tagWritingLens } from './tag-lenses.js';
import { TagReading, taggable } from './tag-reading.service.js';
import { type HeldTag, type TagStep, TagsRepository } from './tags.repository.js';

const GROUPS: readonly TagGroup[] = ['care', 'special'];

interface Named {
  readonly register: string;
  readonly id: string;
  readonly tag: string;
}
type Step = (tag: HeldTag) => { readonly next: HeldTag; readonly deed: TagStep['deed']; readonly reason: string | null };

/** Tags are added, confirmed anew and ended by whoever may set their group, each with history and audit. */
@Injectable()
export class TagWriting {
  constructor(
    private readonly database: Database,
    private readonly records: RegistersRepository,
    private readonly tags: TagsRepository,
    private readonly reading: TagReading,
    private readonly cells: RecordCells,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  async add(viewer: Viewer, register: string, asked: string, given: AddTag): Promise<RecordTag> {
    const registers = await this.catalogue.of(viewer);
    const kind = kindOf(given.kind);
    if (!hasPermission(viewer, TAG_PERMISSIONS[kind.group].write)) throw apiError('permission.denied');
    const definition = taggable(registers, register, kind.group);
    const [id, input] = [asked.toLowerCase(), { ...given, id: given.id.toLowerCase() }];
    try {
      return await this.database.as(tagWritingLens(id, kind.group), async (tx) => {
        const content = this.cells.commandHash({ register, record: id, ...input });
        const command = { accountId: viewer.accountId, commandId: input.id, subjectId: id, content };
        if (await isFirstTime(tx, command)) await this.store(tx, viewer, definition, kind, id, input);
        await tx.become(recordLens(viewer));
        const record = await this.records.find(tx, recordLens(viewer), definition, id);
        if (!record) throw notFound();
        return this.shown(tx, viewer, definition, record, kind.group, input.id);
      });
    } catch (error) {
      if (isUniqueViolation(error, 'register_tag_pkey')) throw apiError('command.reused');
      throw isUniqueViolation(error, 'register_tag_once') ? apiError('tag.already-there') : error;
    }
  }

  renew(viewer: Viewer, named: Named, { version, source, expiresOn, note }: RenewTag): Promise<RecordTag> {
    return this.step(viewer, named, version, (tag) => {
      this.checkDays(kindOf(tag.content.kind), { since: tag.since, expiresOn });
      return { next: { ...tag, expiresOn, content: { ...tag.content, source, note } }, deed: 'renewed', reason: null };
    });
  }

  end(viewer: Viewer, named: Named, { version, reason }: EndTag): Promise<RecordTag> {
    return this.step(viewer, named, version, (tag) => ({ next: tag, deed: 'ended', reason }));
  }

  private async store(
    tx: Transaction,
    viewer: Viewer,
    definition: RegisterDefinition,
    kind: TagKind,
    id: string,
    { id: tagId, source, note, since, expiresOn }: AddTag,
  ): Promise<void> {
    await tx.become(recordLens(viewer));
    const seen = await this.records.find(tx, recordLens(viewer), definition, id);
    if (!seen) throw notFound();
    if (!mayAt(viewer, TAG_PERMISSIONS[kind.group].write, seen.chain)) throw apiError('permission.denied');
    this.checkDays(kind, { since, expiresOn });
    await tx.become(tagWritingLens(seen.id, kind.group));
    // Held, so that two who add the same tag come one after the other.
    const record = await this.records.lock(tx, definition, seen.chain.districtCode, seen.id);
    if (!record || !mayAt(viewer, TAG_PERMISSIONS[kind.group].write, record.chain)) throw notFound();
    if (await this.tags.isTagged(tx, definition, record, kind.code)) throw apiError('tag.already-there');
    const tag = { id: tagId, group: kind.group, content: { kind: kind.code, source, note }, since, expiresOn };
    const at = this.clock.now().toISOString();
    const done = { deed: 'added', at, reason: null } as const;
    await this.tags.insert(tx, viewer, definition, record, tag, done);
    await auditTagStep(tx, viewer, definition, record.chain.districtCode, { ...tag, version: 1 }, done);
  }

  private async step(viewer: Viewer, { register, id, tag: tagId }: Named, version: number, step: Step): Promise<RecordTag> {
    const registers = await this.catalogue.of(viewer);
    const own = GROUPS.filter((group) => hasPermission(viewer, TAG_PERMISSIONS[group].write));
    if (own.length === 0) throw apiError('permission.denied');
    const definition = registers.get(register);
    return this.database.as(recordLens(viewer), async (tx) => {
      const seen = await this.records.find(tx, recordLens(viewer), definition, id);
      if (!seen) throw notFound();
      const here = own.filter((group) => mayAt(viewer, TAG_PERMISSIONS[group].write, seen.chain));
      if (here.length === 0) throw apiError('permission.denied');
      const tag = await this.hold(tx, here, seen, tagId);
      // A tag of a group that is not his to set is no tag to him.
      if (!tag) throw notFound();
      if (tag.isEnded) throw apiError('tag.ended');
      if (tag.version !== version) throw apiError('record.stale');
      const { next, deed, reason } = step(tag);
      const done = { deed, reason, at: this.clock.now().toISOString() };
      await this.tags.update(tx, viewer, seen.chain.districtCode, next, done);
      await auditTagStep(tx, viewer, definition, seen.chain.districtCode, { ...next, version: version + 1 }, done);
      return this.shown(tx, viewer, definition, seen, tag.group, tag.id);
    });
  }

  /** Ends under the lens of the tag's group. */
  private async hold(tx: Transaction, groups: readonly TagGroup[], seen: PlainRecord, tagId: string) {
    for (const group of groups) {
      await tx.become(tagWritingLens(seen.id, group));
      const tag = await this.tags.hold(tx, seen, tagId);
      if (tag) return tag;
    }
    return undefined;
  }

  private async shown(
    tx: Transaction,
    viewer: Viewer,
    definition: RegisterDefinition,
    record: PlainRecord,
    group: TagGroup,
    tagId: string,
  ): Promise<RecordTag> {
    const tags = await this.reading.read(tx, viewer, definition, record, group);
    const tag = tags.find(({ id }) => id === tagId.toLowerCase());
    if (!tag) throw notFound();
    return tag;
  }

  private checkDays(kind: TagKind, days: TagDays): void {
    const faults = tagFaults(kind, days, localDate(this.clock.now().toISOString()));
    const fields = faults.map(({ field, rule }) => ({ path: `body.${field}`, rule }));
    if (fields.length > 0) throw apiError('record.invalid', { fields });
  }
}

function kindOf(code: string): TagKind {
  const kind = findTagKind(code);
  if (!kind) throw apiError('request.invalid', { fields: [{ path: 'body.kind', rule: 'unknown' }] });
  return kind;
}
