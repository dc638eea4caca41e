import { Injectable } from '@nestjs/common';
import type { RegisterDefinition, Viewer } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import type { Registers } from '../register-catalogue.js';
import { type Pointing, pointingAt } from '../relation-statements.js';
import { RegistersRepository } from '../registers.repository.js';
import { MergesRepository, type Moved } from './merges.repository.js';

interface Way {
  readonly districtCode: string;
  readonly from: string;
  readonly to: string;
}
/** Lets records point at another one, each with its history. By the definitions alone: it knows no register. */
@Injectable()
export class Repointing {
  constructor(
    private readonly merges: MergesRepository,
    private readonly records: RegistersRepository,
  ) {}

  /** All that points at `from`; under the job lens, since some of it may stand outside the viewer's area. */
  async all(tx: Transaction, viewer: Viewer, registers: Registers, target: RegisterDefinition, way: Way, at: string): Promise<Moved[]> {
    const moved: Moved[] = [];
    for (const reference of pointingAt(registers, target.name)) moved.push(...(await this.one(tx, viewer, reference, way, at)));
    return moved;
  }

  /** Those of these records that still point at `from`. */
  async some(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    target: RegisterDefinition,
    way: Way,
    asked: readonly Moved[],
    at: string,
  ): Promise<Moved[]> {
    const moved: Moved[] = [];
    for (const reference of pointingAt(registers, target.name)) {
      const { definition, field } = reference;
      const own = asked.filter((each) => each.register === definition.name && each.field === field.name);
      if (own.length > 0) moved.push(...(await this.one(tx, viewer, reference, way, at, own.map(({ id }) => id))));
    }
    return moved;
  }

  private async one(
    tx: Transaction,
    viewer: Viewer,
    { definition, field }: Pointing,
    way: Way,
    at: string,
    only?: readonly string[],
  ): Promise<Moved[]> {
    const written = { at, by: viewer.accountId };
    const rows = await this.merges.repoint(tx, definition, field, { ...way, ...(only && { only }) }, written);
    if (rows.length === 0) return [];
    await this.records.appendChanges(
      tx,
      rows.map(({ id, version }) => ({
        districtCode: way.districtCode,
        register: definition.name,
        recordId: id,
        version,
        at,
        actorId: viewer.accountId,
        actorName: viewer.name,
        kind: 'changed' as const,
        fields: [{ name: field.name, from: way.from, to: way.to }],
        reason: null,
      })),
    );
    return rows.map(({ id }) => ({ register: definition.name, field: field.name, id }));
  }
}
