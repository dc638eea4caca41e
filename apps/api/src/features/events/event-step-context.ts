import { Injectable } from '@nestjs/common';
import type { ActOnEvent } from '@wangge/contracts';
import { departmentsOf, type EventState, memberLens, parentOf, placeNameOf, RuleError, type StepContext, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DepartmentDirectory } from '../departments/index.js';
import { Standards } from '../standards/index.js';
import { EventDesks } from './event-desks.js';
import { EventWorkers } from './event-workers.js';
import { fromRow } from './event-columns.js';
import { EventsRepository } from './events.repository.js';

/** Street, community: each level's code is so much longer than the one above. */
const LEVEL_DIGITS = 3;

/** Looks up what a step refers to, as far as the viewer may see it. */
@Injectable()
export class EventStepContext {
  constructor(
    private readonly events: EventsRepository,
    private readonly workers: EventWorkers,
    private readonly desks: EventDesks,
    private readonly departments: DepartmentDirectory,
    private readonly standards: Standards,
    private readonly clock: SystemClock,
  ) {}

  async of(tx: Transaction, viewer: Viewer, event: EventState, command: ActOnEvent): Promise<StepContext> {
    const at = this.clock.now().toISOString();
    const base = {
      actor: { accountId: viewer.accountId, name: viewer.name, departmentIds: departmentsOf(viewer) },
      at,
      calendar: this.standards.calendarFor(event.districtCode, event.handlingClock?.startedAt ?? at),
    };
    switch (command.action) {
      case 'file':
      case 'correct':
        return { ...base, ...this.filing(event, command) };
      case 'dispatch':
      case 'arbitrate':
        return { ...base, ...(await this.department(tx, event, command.departmentId)) };
      case 'request-assist':
        return { ...base, departments: await this.called(tx, event, command.departmentIds) };
      case 'escalate':
        return { ...base, ...(await this.desk(tx, event, parentOf(event.deskCode))) };
      case 'delegate':
        return { ...base, ...(await this.desk(tx, event, event.gridCode.slice(0, event.deskCode.length + LEVEL_DIGITS))) };
      case 'send-verify':
      case 'send-check': {
        const assignee = await this.workers.choose(tx, event, command.assigneeId);
        return assignee ? { ...base, assignee } : base;
      }
      case 'merge':
        return { ...base, ...(await this.target(tx, viewer, command.targetId)) };
      default:
        return base;
    }
  }

  private filing(event: EventState, command: Extract<ActOnEvent, { action: 'file' | 'correct' }>): Pick<StepContext, 'condition' | 'classCode'> {
    const classCode = command.classCode ?? event.classCode;
    if (classCode === null) throw new RuleError('class.unknown');
    const standards = this.standards.of(event.districtCode);
    const found = standards.findClass(classCode);
    if (!found) throw new RuleError('class.unknown');
    if (found.retired) throw new RuleError('class.retired');
    const condition = standards.findCondition(command.conditionId);
    return condition ? { condition, classCode } : { classCode };
  }

  private async department(tx: Transaction, event: EventState, id: string): Promise<Pick<StepContext, 'department'>> {
    await this.departments.hold(tx, [id]);
    const department = await this.departments.find(tx, event.districtCode, id);
    return department ? { department } : {};
  }

  private async called(tx: Transaction, { districtCode }: EventState, ids: readonly string[]): Promise<NonNullable<StepContext['departments']>> {
    await this.departments.hold(tx, ids);
    const found = await this.departments.list(tx, districtCode, ids);
    return found.map(({ id, name }) => ({ id, name }));
  }

  /** One level up or down, within the event's own chain; nobody to be found where nobody sits. */
  private async desk(tx: Transaction, event: EventState, code: string | null): Promise<Pick<StepContext, 'desk'>> {
    const name = code === null ? undefined : await this.desks.find(tx, code, event.status === 'filed' ? 'event.dispatch' : 'event.file');
    return code !== null && name !== undefined ? { desk: { code, name: placeNameOf(name) } } : {};
  }

  private async target(tx: Transaction, viewer: Viewer, id: string): Promise<Pick<StepContext, 'target'>> {
    const record = await this.events.find(tx, memberLens(viewer), id);
    return record ? { target: fromRow(record) } : {};
  }
}
