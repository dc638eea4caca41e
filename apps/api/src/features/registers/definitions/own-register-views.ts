import { Injectable } from '@nestjs/common';
import type { DefinitionFault, OwnDefinition, OwnRegisterSummary, OwnRegisterVersion, OwnRegisterView } from '@wangge/contracts';
import {
  activeFields,
  dataQuestions,
  definitionChanges,
  definitionFaults,
  faultOf,
  REGISTERS,
  type RegisterDefinition,
  toRegister,
} from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import { type OwnRegister, OwnRegistersRepository, type PublishedRegister, type Version } from './own-registers.repository.js';

/** A district's own registers as their designers see them. */
@Injectable()
export class OwnRegisterViews {
  constructor(private readonly registers: OwnRegistersRepository) {}

  /** Ends under the job lens: what keeps a draft from being published is asked of all records. */
  async of(tx: Transaction, districtCode: string, register: OwnRegister): Promise<OwnRegisterView> {
    await tx.become({ kind: 'job' });
    const { definition, draft, revision } = register;
    const changes = definitionChanges(definition ?? undefined, draft);
    return {
      ...toSummary(register),
      revision,
      draft,
      published: definition,
      changes,
      faults: await this.faults(tx, districtCode, register),
    };
  }

  /** Under the job lens. */
  async faults(tx: Transaction, districtCode: string, { name, draft, definition }: OwnRegister): Promise<DefinitionFault[]> {
    const published = await this.registers.published(tx, districtCode);
    const others = [...REGISTERS, ...published.map((each) => registerOf(each, districtCode))];
    const faults = definitionFaults(name, draft, others);
    for (const question of dataQuestions(definition ?? undefined, draft)) {
      if (await this.registers.answer(tx, districtCode, name, question)) faults.push(faultOf(question));
    }
    return faults;
  }
}

export const registerOf = (
  { name, definition, version, slots, closed }: PublishedRegister,
  districtCode: string,
): RegisterDefinition => toRegister(name, definition, { districtCode, version, slots, closed });

export function toSummary(register: OwnRegister): OwnRegisterSummary {
  const { name, draft, definition, version, closed, updated_at, updated_by_name } = register;
  return {
    name,
    label: draft.label,
    element: draft.element,
    state: version === 0 ? 'draft' : closed ? 'closed' : 'published',
    version,
    hasDraft: definition === null || !isSame(definition, draft),
    fields: activeFields(draft).length,
    updatedAt: updated_at.toISOString(),
    updatedBy: updated_by_name,
  };
}

export const toVersion = ({ version, at, actor_name, reason, changes }: Version): OwnRegisterVersion => ({
  version,
  at: at.toISOString(),
  by: actor_name,
  reason,
  changes,
});

/** Both have been parsed, so that their parts stand in one order. */
export const isSame = (a: OwnDefinition, b: OwnDefinition): boolean => JSON.stringify(a) === JSON.stringify(b);
