import { Injectable } from '@nestjs/common';
import { AttachmentType, type DataClass } from '@wangge/contracts';
import type { RegisterDefinition } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import { FieldCipher } from '../../../platform/secrets/field-cipher.js';
import type { PlainRecord } from '../record.js';
import * as sql from './attachments.queries.js';

/** How long what was declared is waited for. */
const PATIENCE_MS = 24 * 3_600_000;

export interface AttachmentRow {
  readonly id: string;
  readonly districtCode: string;
  readonly register: string;
  readonly recordId: string;
  readonly recordVersion: number;
  readonly kind: string;
  readonly dataClass: DataClass;
  readonly name: Buffer;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly declaredBy: string;
  readonly declaredByName: string;
  readonly declaredAt: Date;
  readonly contentHash: string | null;
  readonly thumbHash: string | null;
  readonly isEncrypted: boolean;
  readonly width: number | null;
  readonly height: number | null;
  readonly readyAt: Date | null;
}
/** An attachment with what its file is called. */
export interface Attachment extends Omit<AttachmentRow, 'name' | 'type'> {
  readonly name: string;
  readonly type: AttachmentType;
}
export type NewAttachment = Pick<
  Attachment,
  'id' | 'kind' | 'dataClass' | 'name' | 'type' | 'bytes' | 'sha256' | 'declaredBy' | 'declaredByName'
> & { readonly at: Date };
/** What the content came to be. */
export interface KeptContent {
  readonly type: AttachmentType;
  readonly bytes: number;
  readonly contentHash: string;
  readonly thumbHash: string | null;
  readonly isEncrypted: boolean;
  readonly width: number | null;
  readonly height: number | null;
}

type Owner = Pick<PlainRecord, 'id' | 'chain' | 'version'>;

const placeOf = (part: 'name' | 'content', id: string) => ({ table: `register_attachment.${part}`, id });

/** Files of records. They are read through the lens that has shown the record, and written under the record's own. */
@Injectable()
export class AttachmentsRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** False where the id names another one. */
  async declare(tx: Transaction, { name: register }: RegisterDefinition, record: Owner, given: NewAttachment): Promise<boolean> {
    const row = {
      district_code: record.chain.districtCode,
      id: given.id,
      register,
      record_id: record.id,
      record_version: record.version,
      kind: given.kind,
      data_class: given.dataClass,
      name: `\\x${this.cipher.encrypt(given.name, placeOf('name', given.id)).toString('hex')}`,
      type: given.type,
      bytes: given.bytes,
      sha256: given.sha256,
      declared_by: given.declaredBy,
      declared_by_name: given.declaredByName,
      declared_at: given.at.toISOString(),
    };
    return (await tx.query(sql.DECLARE, [JSON.stringify(row)])).length > 0;
  }

  /** Of a record and of those that were merged into it. */
  async list(tx: Transaction, register: string, district: string, records: readonly string[], now: Date): Promise<Attachment[]> {
    const rows = await tx.query<AttachmentRow>(sql.LIST, [district, register, records, since(now), 200]);
    return rows.map((row) => this.toAttachment(row));
  }

  async count(tx: Transaction, register: string, { chain, id }: Owner, now: Date): Promise<number> {
    const [row] = await tx.query<{ count: number }>(sql.COUNT, [chain.districtCode, register, id, since(now)]);
    return row?.count ?? 0;
  }

  async find(
    tx: Transaction,
    register: string,
    district: string,
    records: readonly string[],
    id: string,
  ): Promise<Attachment | undefined> {
    const [row] = await tx.query<AttachmentRow>(sql.FIND, [district, register, records, id]);
    return row && this.toAttachment(row);
  }

  /** What an account has declared of one content; under the job lens. */
  async awaited(tx: Transaction, sha256: string, accountId: string): Promise<Attachment[]> {
    return (await tx.query<AttachmentRow>(sql.AWAITED, [sha256, accountId])).map((row) => this.toAttachment(row));
  }

  /** False where it is there already, or was taken off meanwhile. */
  async received(tx: Transaction, { districtCode, id }: Attachment, kept: KeptContent, at: string): Promise<boolean> {
    const { type, bytes, contentHash, thumbHash, isEncrypted, width, height } = kept;
    const values = [districtCode, id, type, bytes, contentHash, thumbHash, isEncrypted, width, height, at];
    return (await tx.query(sql.RECEIVED, values)).length > 0;
  }

  async forget(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.query(sql.FORGET, [ids]);
  }

  async remove(
    tx: Transaction,
    { districtCode, id }: Attachment,
    { at, by, name, reason }: { readonly at: string; readonly by: string; readonly name: string; readonly reason: string },
  ): Promise<boolean> {
    return (await tx.query(sql.REMOVE, [districtCode, id, at, by, name, reason])).length > 0;
  }

  /** Content that is bound to its attachment: copied to another one it cannot be opened. */
  seal(id: string, content: Buffer): Buffer {
    return this.cipher.seal(content, placeOf('content', id));
  }

  open(id: string, sealed: Buffer): Buffer {
    return this.cipher.open(sealed, placeOf('content', id));
  }

  private toAttachment(row: AttachmentRow): Attachment {
    return { ...row, name: this.cipher.decrypt(row.name, placeOf('name', row.id)), type: AttachmentType.parse(row.type) };
  }
}

const since = (now: Date): string => new Date(now.getTime() - PATIENCE_MS).toISOString();
