import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { RowFault, RowReading } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import { FieldCipher } from '../../platform/secrets/field-cipher.js';
import type { AlikeRecord, Outcome } from '../registers/index.js';
import * as sql from './imports.queries.js';
import type { TableHead } from './reading/table-reading.js';

/** A row as it was tried: what it says, what it would do, and what is wrong with it. */
export interface TriedRow {
  readonly number: number;
  readonly texts: readonly string[];
  readonly reading: RowReading;
  readonly outcome: Outcome;
  readonly faults: readonly RowFault[];
  /** A record that it may be; a warning. */
  readonly alike?: AlikeRecord;
}
type Kind = 'file' | 'head' | 'rows';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);
const FILE_PART = 256 * 1024;
const LARGEST_PART = 256 * 1024 * 1024;

/** What was uploaded and what was made of it, in encrypted parts: each can be opened in its own place only. */
@Injectable()
export class ImportParts {
  constructor(private readonly cipher: FieldCipher) {}

  async addFile(tx: Transaction, id: string, content: Buffer): Promise<void> {
    for (let start = 0; start < content.length; start += FILE_PART)
      await this.add(tx, id, 'file', start / FILE_PART, content.subarray(start, start + FILE_PART));
  }

  async readFile(tx: Transaction, id: string): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let number = 0; ; number += 1) {
      const part = await this.read(tx, id, 'file', number);
      if (!part) return Buffer.concat(parts);
      parts.push(part);
    }
  }

  async addHead(tx: Transaction, id: string, head: TableHead): Promise<void> {
    await this.add(tx, id, 'head', 0, Buffer.from(JSON.stringify(head)));
  }

  async readHead(tx: Transaction, id: string): Promise<TableHead | undefined> {
    const part = await this.read(tx, id, 'head', 0);
    return part && (JSON.parse(part.toString('utf8')) as TableHead);
  }

  async addRows(tx: Transaction, id: string, number: number, rows: readonly TriedRow[]): Promise<void> {
    await this.add(tx, id, 'rows', number, await deflate(JSON.stringify(rows), { level: 1 }));
  }

  /** Undefined behind the last portion. */
  async readRows(tx: Transaction, id: string, number: number): Promise<TriedRow[] | undefined> {
    const part = await this.read(tx, id, 'rows', number);
    if (!part) return undefined;
    const text = await inflate(part, { maxOutputLength: LARGEST_PART });
    return JSON.parse(text.toString('utf8')) as TriedRow[];
  }

  async drop(tx: Transaction, id: string, kinds: readonly Kind[]): Promise<void> {
    await tx.query(sql.DROP_PARTS, [id, kinds]);
  }

  private async add(tx: Transaction, id: string, kind: Kind, number: number, content: Buffer): Promise<void> {
    await tx.query(sql.ADD_PART, [id, kind, number, this.cipher.seal(content, placeOf(id, kind, number))]);
  }

  private async read(tx: Transaction, id: string, kind: Kind, number: number): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ content: Buffer }>(sql.READ_PART, [id, kind, number]);
    return row && this.cipher.open(row.content, placeOf(id, kind, number));
  }
}

const placeOf = (id: string, kind: Kind, number: number) => ({ table: `register_import_part.${kind}.${number}`, id });
