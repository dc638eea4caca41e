import { Injectable } from '@nestjs/common';
import type { RecordTag, TagChange, TagDeed, TagGroup } from '@wangge/contracts';
import { isPresent, type Lens, type RegisterDefinition, tagState } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../../platform/database/index.js';
import { nameOf } from '../conditions.js';
import type { PlainRecord } from '../record.js';
import { RecordCells } from '../record-cells.js';
import { withinRegister } from '../record-lenses.js';
import { type TagContent, TagSeals } from './tag-seals.js';
import * as sql from './tags.queries.js';

interface TagRow {
  readonly id: string;
  readonly version: number;
  readonly group: TagGroup;
  readonly sealed: Buffer;
  readonly since: string;
  readonly expiresOn: string;
  readonly isEnded: boolean;
}
interface ChangeRow {
  readonly id: string;
  readonly tagId: string;
  readonly at: Date;
  readonly actor: string;
  readonly deed: TagDeed;
  readonly expiresOn: string;
  readonly sealed: Buffer;
}
/** A tag as it is kept. */
export interface HeldTag extends Omit<TagRow, 'sealed'> {
  readonly content: TagContent;
}
export interface NewTag {
  readonly id: string;
  readonly group: TagGroup;
  readonly content: TagContent;
  readonly since: string;
  readonly expiresOn: string;
}
export interface TagStep {
  readonly deed: TagDeed;
  readonly at: string;
  readonly reason: string | null;
}
/** Who does it; nobody in particular where a demonstration is made. */
export interface TagActor {
  readonly accountId: string | null;
  readonly name: string;
}
type Placed = Pick<PlainRecord, 'id' | 'chain'>;

/** Tags of records of any register. Which group may be read is said by the lens, and held by the database again. */
@Injectable()
export class TagsRepository {
  constructor(
    private readonly seals: TagSeals,
    private readonly cells: RecordCells,
  ) {}

  /** The tags of one group on a record, with their history, as they stand today. */
  async list(
    tx: Transaction,
    lens: Lens,
    { name }: RegisterDefinition,
    { id, chain }: Placed,
    group: TagGroup,
    today: string,
  ): Promise<RecordTag[]> {
    const within = withinRegister(lens, 't', 5);
    const text = sql.listText(within.sql);
    const values = [chain.districtCode, name, id, group, ...within.values];
    const rows = await tx.query<TagRow>({ name: nameOf('tags.list', text), text }, values);
    const changes = rows.length === 0 ? [] : await tx.query<ChangeRow>(sql.CHANGES, [chain.districtCode, rows.map((row) => row.id)]);
    return rows.map((row) => {
      const { kind, source, note } = this.seals.openTag(row.id, row.sealed);
      const { version, since, expiresOn } = row;
      const own = changes.filter(({ tagId }) => tagId === row.id).map((change) => this.toChange(change));
      return { id: row.id, kind, group, version, state: tagState(row, today), source, note, since, expiresOn, changes: own };
    });
  }

  async isTagged(tx: Transaction, { name }: RegisterDefinition, { id, chain }: Placed, kind: string): Promise<boolean> {
    return (await tx.query(sql.IS_TAGGED, [chain.districtCode, name, id, this.cells.tagKey(kind)])).length > 0;
  }

  /** Holds it until the transaction ends; undefined where the lens shows no such tag of this record. */
  async hold(tx: Transaction, { id, chain }: Placed, tagId: string): Promise<HeldTag | undefined> {
    const [row] = await tx.query<TagRow>(sql.HOLD, [chain.districtCode, id, tagId]);
    if (!row) return undefined;
    const { sealed, ...rest } = row;
    return { ...rest, content: this.seals.openTag(row.id, sealed) };
  }

  async insert(tx: Transaction, actor: TagActor, { name }: RegisterDefinition, record: Placed, tag: NewTag, step: TagStep): Promise<void> {
    const { districtCode, streetCode, communityCode, gridCode } = record.chain;
    const row = {
      district_code: districtCode,
      id: tag.id,
      register: name,
      record_id: record.id,
      street_code: streetCode,
      community_code: communityCode,
      grid_code: gridCode,
      group_name: tag.group,
      kind_key: this.cells.tagKey(tag.content.kind),
      sealed: toHex(this.seals.sealTag(tag.id, tag.content)),
      since: tag.since,
      expires_on: tag.expiresOn,
      created_at: step.at,
      created_by: actor.accountId,
    };
    await tx.query(sql.INSERT, [JSON.stringify(row)]);
    await this.keep(tx, actor, districtCode, { ...tag, version: 1 }, step);
  }

  /** The next version of a tag that is held. */
  async update(tx: Transaction, actor: TagActor, districtCode: string, tag: HeldTag, step: TagStep): Promise<void> {
    const { id, version, content, expiresOn } = tag;
    const sealed = this.seals.sealTag(id, content);
    const values = [districtCode, id, version + 1, sealed, expiresOn, step.deed === 'ended', step.at, actor.accountId];
    await tx.query(sql.UPDATE, values);
    await this.keep(tx, actor, districtCode, { ...tag, version: version + 1 }, step);
  }

  /** All tags of a record that goes into another, or back from it only what was given to one of some records. */
  async hand(
    tx: Transaction,
    definition: RegisterDefinition,
    from: string,
    to: PlainRecord,
    givenTo: readonly string[] | null,
  ): Promise<void> {
    const { districtCode, streetCode, communityCode, gridCode } = to.chain;
    const counts = isPresent(definition, to.values);
    await tx.query(sql.HAND, [districtCode, definition.name, from, to.id, streetCode, communityCode, gridCode, counts, givenTo]);
  }

  private async keep(
    tx: Transaction,
    actor: TagActor,
    districtCode: string,
    tag: Pick<HeldTag, 'id' | 'version' | 'expiresOn' | 'content'>,
    { deed, at, reason }: TagStep,
  ): Promise<void> {
    const id = uuid();
    const row = {
      district_code: districtCode,
      tag_id: tag.id,
      id,
      version: tag.version,
      at,
      actor_id: actor.accountId,
      actor_name: actor.name,
      deed,
      expires_on: tag.expiresOn,
      sealed: toHex(this.seals.sealChange(id, { source: tag.content.source, reason })),
    };
    await tx.query(sql.APPEND_CHANGE, [JSON.stringify(row)]);
  }

  private toChange({ id, at, actor, deed, expiresOn, sealed }: ChangeRow): TagChange {
    return { at: at.toISOString(), actor, deed, expiresOn, ...this.seals.openChange(id, sealed) };
  }
}

const toHex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
