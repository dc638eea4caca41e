import { Injectable } from '@nestjs/common';
import type { DefinitionFault, OwnRegisterView } from '@wangge/contracts';
import { definitionChanges, slotsOf, toRegister, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Database, isUniqueViolation, type Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import { SHARED_ONCE } from '../record-source.js';
import { RegisterCatalogue } from '../register-catalogue.js';
import { isSame, OwnRegisterViews } from './own-register-views.js';
import { type OwnRegister, OwnRegistersRepository } from './own-registers.repository.js';
import { keepDeed, requireDefiner } from './own-registers.service.js';

interface Step {
  readonly revision: number;
  readonly reason: string;
}

/** Drafts become what everybody works by. While they do, nobody writes a record of the register. */
@Injectable()
export class RegisterPublishing {
  constructor(
    private readonly database: Database,
    private readonly registers: OwnRegistersRepository,
    private readonly views: OwnRegisterViews,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  async publish(viewer: Viewer, name: string, { revision, reason }: Step): Promise<OwnRegisterView> {
    try {
      return await this.step(viewer, name, revision, async (tx, register, at) => {
        if (register.definition && isSame(register.definition, register.draft)) throw apiError('register.unchanged');
        const slots = await this.prepare(tx, viewer.districtCode, register);
        await tx.become({ kind: 'record', id: register.id });
        const changes = definitionChanges(register.definition ?? undefined, register.draft);
        const published = { definition: register.draft, slots, reason, changes };
        await this.registers.publish(tx, register, published, { at, by: viewer });
        const details = { register: name, version: register.version + 1, reason };
        await keepDeed(tx, viewer, register.id, 'publish', at, details);
      });
    } catch (error) {
      throw isUniqueViolation(error, SHARED_ONCE) ? invalid([{ path: '', rule: 'key-not-unique' }]) : error;
    }
  }

  close(viewer: Viewer, name: string, { revision, reason, closed }: Step & { closed: boolean }): Promise<OwnRegisterView> {
    return this.step(viewer, name, revision, async (tx, register, at) => {
      if (register.version === 0) throw apiError('register.unpublished');
      await this.registers.close(tx, name, closed, { at, by: viewer });
      await keepDeed(tx, viewer, register.id, closed ? 'close' : 'open', at, { register: name, reason });
    });
  }

  async remove(viewer: Viewer, name: string, revision: number): Promise<void> {
    const { districtCode } = viewer;
    await this.held(viewer, name, revision, async (tx, register) => {
      await tx.become({ kind: 'job' });
      if (await this.registers.hasRecords(tx, districtCode, name)) throw apiError('register.has-records');
      const others = await this.registers.published(tx, districtCode);
      const isTarget = others.some(({ definition }) => definition.fields.some(({ references }) => references === name));
      if (isTarget) throw apiError('register.referenced');
      await tx.become({ kind: 'record', id: register.id });
      await this.registers.remove(tx, districtCode, name);
      await keepDeed(tx, viewer, register.id, 'remove', this.now(), { register: name });
    });
    this.catalogue.forget(districtCode);
  }

  /** Under the job lens when it ends: whether the draft may be published, and the columns of what it looks for. */
  private async prepare(tx: Transaction, districtCode: string, register: OwnRegister) {
    await tx.become({ kind: 'job' });
    const faults = await this.views.faults(tx, districtCode, register);
    if (faults.length > 0) throw invalid(faults);
    const { name, draft, definition, version, slots: before, closed } = register;
    const slots = slotsOf(draft, before);
    const old = definition && toRegister(name, definition, { districtCode, version, slots: before, closed });
    const next = toRegister(name, draft, { districtCode, version: version + 1, slots, closed });
    await this.registers.reindex(tx, old ?? undefined, next);
    return slots;
  }

  private async step(
    viewer: Viewer,
    name: string,
    revision: number,
    work: (tx: Transaction, register: OwnRegister, at: string) => Promise<void>,
  ): Promise<OwnRegisterView> {
    const view = await this.held(viewer, name, revision, async (tx, register) => {
      await work(tx, register, this.now());
      await tx.become({ kind: 'district', code: viewer.districtCode });
      const after = await this.registers.find(tx, viewer.districtCode, name);
      if (!after) throw notFound();
      return this.views.of(tx, viewer.districtCode, after);
    });
    this.catalogue.forget(viewer.districtCode);
    return view;
  }

  /** Does its work under the definition's own lens, with the definition held and its records closed to all writers. */
  private held<T>(
    viewer: Viewer,
    name: string,
    revision: number,
    work: (tx: Transaction, register: OwnRegister) => Promise<T>,
  ): Promise<T> {
    requireDefiner(viewer);
    const { districtCode } = viewer;
    return this.database.as({ kind: 'district', code: districtCode }, async (tx) => {
      await this.registers.lockRecords(tx, districtCode, name);
      const register = await this.registers.find(tx, districtCode, name);
      if (!register) throw notFound();
      await tx.become({ kind: 'record', id: register.id });
      if ((await this.registers.lock(tx, districtCode, name)) !== revision) throw apiError('register.stale');
      return work(tx, register);
    });
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

/** Each fault with its field: what is wrong is known to whoever designs it, so that nothing need be hidden. */
function invalid(faults: readonly DefinitionFault[]) {
  const fields = faults.slice(0, 50).map(({ path, rule }) => ({ path: path && `fields.${path}`, rule }));
  return apiError('register.definition-invalid', { fields });
}
