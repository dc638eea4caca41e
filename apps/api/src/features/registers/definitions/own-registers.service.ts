import { Injectable } from '@nestjs/common';
import type { OwnDefinition, OwnRegisterSummary, OwnRegisterVersion, OwnRegisterView, SimilarField } from '@wangge/contracts';
import { areasOf, covers, REGISTERS, similarFields, type Viewer } from '@wangge/domain';
import { appendAudit } from '../../../platform/audit/index.js';
import { SystemClock } from '../../../platform/clock/clock.js';
import { isFirstTime } from '../../../platform/commands/commands.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import { isSame, OwnRegisterViews, registerOf, toSummary, toVersion } from './own-register-views.js';
import { type OwnRegister, OwnRegistersRepository } from './own-registers.repository.js';

/** A district designs registers for itself. Nothing of a draft is seen by anybody else before it is published. */
@Injectable()
export class OwnRegistersService {
  constructor(
    private readonly database: Database,
    private readonly registers: OwnRegistersRepository,
    private readonly views: OwnRegisterViews,
    private readonly clock: SystemClock,
  ) {}

  async list(viewer: Viewer): Promise<{ items: OwnRegisterSummary[] }> {
    const found = await this.inDistrict(viewer, (tx) => this.registers.list(tx, viewer.districtCode));
    return { items: found.map(toSummary) };
  }

  get(viewer: Viewer, name: string): Promise<OwnRegisterView> {
    return this.inDistrict(viewer, async (tx) =>
      this.views.of(tx, viewer.districtCode, await this.getRegister(tx, viewer, name)),
    );
  }

  versions(viewer: Viewer, name: string): Promise<{ items: OwnRegisterVersion[] }> {
    return this.inDistrict(viewer, async (tx) => {
      await this.getRegister(tx, viewer, name);
      return { items: (await this.registers.versions(tx, viewer.districtCode, name)).map(toVersion) };
    });
  }

  async similar(viewer: Viewer, { label, register: own }: { label: string; register?: string | undefined }) {
    const published = await this.inDistrict(viewer, (tx) => this.registers.published(tx, viewer.districtCode));
    const others = published.filter(({ name }) => name !== own);
    const registers = [...REGISTERS, ...others.map((each) => registerOf(each, viewer.districtCode))];
    const items = similarFields(label, registers).map(({ register, field }): SimilarField => {
      const version = others.find(({ name }) => name === register.name);
      return {
        register: register.name,
        registerLabel: register.label,
        field: field.name,
        label: field.label,
        owner: version?.actor_name ?? null,
        changedAt: version?.at.toISOString() ?? null,
      };
    });
    return { items };
  }

  async create(viewer: Viewer, input: { id: string; name: string; definition: OwnDefinition }): Promise<OwnRegisterView> {
    requireDefiner(viewer);
    const [id, { name, definition }] = [input.id.toLowerCase(), input];
    return this.database.as({ kind: 'record', id }, async (tx) => {
      const command = { accountId: viewer.accountId, commandId: id, subjectId: id, content: { name, definition } };
      if (await isFirstTime(tx, command)) {
        const at = this.now();
        if (!(await this.registers.insert(tx, name, id, definition, { at, by: viewer }))) throw apiError('register.name-taken');
        await this.keep(tx, viewer, id, 'draft', at, { register: name });
      }
      await tx.become({ kind: 'district', code: viewer.districtCode });
      return this.views.of(tx, viewer.districtCode, await this.getRegister(tx, viewer, name));
    });
  }

  async change(viewer: Viewer, name: string, { revision, definition }: { revision: number; definition: OwnDefinition }) {
    return this.inDistrict(viewer, async (tx) => {
      const { id, draft } = await this.getRegister(tx, viewer, name);
      await tx.become({ kind: 'record', id });
      if ((await this.registers.lock(tx, viewer.districtCode, name)) !== revision) throw apiError('register.stale');
      if (!isSame(draft, definition)) {
        const at = this.now();
        await this.registers.redraft(tx, name, definition, { at, by: viewer });
        await this.keep(tx, viewer, id, 'draft', at, { register: name, revision: revision + 1 });
      }
      await tx.become({ kind: 'district', code: viewer.districtCode });
      return this.views.of(tx, viewer.districtCode, await this.getRegister(tx, viewer, name));
    });
  }

  private inDistrict<T>(viewer: Viewer, work: (tx: Transaction) => Promise<T>): Promise<T> {
    requireDefiner(viewer);
    return this.database.as({ kind: 'district', code: viewer.districtCode }, work);
  }

  private async getRegister(tx: Transaction, { districtCode }: Viewer, name: string): Promise<OwnRegister> {
    const found = await this.registers.find(tx, districtCode, name);
    if (!found) throw notFound();
    return found;
  }

  private keep(tx: Transaction, viewer: Viewer, id: string, deed: string, at: string, details: Record<string, unknown>) {
    return keepDeed(tx, viewer, id, deed, at, details);
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

/** A register holds for a whole district: whoever defines one has the right to there, not in a part of it. */
export function requireDefiner(viewer: Viewer): void {
  const isDefiner = areasOf(viewer, 'register.define').some((code) => covers(code, viewer.districtCode));
  if (!isDefiner) throw apiError('permission.denied');
}

export async function keepDeed(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  deed: string,
  at: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await appendAudit(tx, {
    at,
    actorId: viewer.accountId,
    actorName: viewer.name,
    action: `register-definition.${deed}`,
    subjectType: 'register-definition',
    subjectId: id,
    districtCode: viewer.districtCode,
    details,
  });
}
