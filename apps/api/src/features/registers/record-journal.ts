import { Injectable } from '@nestjs/common';
import type { Chain } from '@wangge/contracts';
import type { RegisterDefinition, Viewer } from '@wangge/domain';
import { appendAudit } from '../../platform/audit/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ChangedField } from './record.mapper.js';
import { type NewChange, RegistersRepository } from './registers.repository.js';

const ACTION = {
  created: 'create',
  changed: 'change',
  acted: 'act',
  moved: 'move',
  deleted: 'remove',
  revealed: 'reveal',
  merged: 'merge',
  'merged-away': 'merge-away',
  unmerged: 'undo-merge',
  attached: 'attach',
  detached: 'detach',
} as const satisfies Record<NewChange['kind'], string>;

interface Deed {
  readonly kind: NewChange['kind'];
  readonly fields: readonly ChangedField[];
  readonly version: number;
  readonly reason: string | null;
  readonly at: string;
  /** The step of the flow, where it was one. */
  readonly action?: string;
}

/** Keeps what was done to a record: for its readers in its history, and for the auditors in the audit trail. */
@Injectable()
export class RecordJournal {
  constructor(private readonly records: RegistersRepository) {}

  /** Under the record's own lens. The audit trail holds the names of fields and never a value. */
  async keep(
    tx: Transaction,
    viewer: Pick<Viewer, 'accountId' | 'name'>,
    definition: Pick<RegisterDefinition, 'name'>,
    record: { readonly id: string; readonly chain: Pick<Chain, 'districtCode'> & Partial<Pick<Chain, 'gridCode'>> },
    deed: Deed,
  ) {
    const { districtCode } = record.chain;
    const actor = { actorId: viewer.accountId, actorName: viewer.name };
    const { kind, fields, version, reason, at, action } = deed;
    await this.records.appendChanges(tx, [
      {
        ...actor,
        districtCode,
        register: definition.name,
        recordId: record.id,
        kind,
        fields,
        version,
        reason,
        at,
        action: action ?? null,
      },
    ]);
    await appendAudit(tx, {
      ...actor,
      at,
      action: `register.${ACTION[kind]}`,
      subjectType: definition.name,
      subjectId: record.id,
      districtCode,
      details: {
        version,
        ...(record.chain.gridCode && { place: record.chain.gridCode }),
        fields: fields.map(({ name }) => name),
        ...(reason === null ? {} : { reason }),
        ...(action && { action }),
      },
    });
  }
}
