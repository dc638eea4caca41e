import { Injectable } from '@nestjs/common';
import type { ActOnEvent } from '@wangge/contracts';
import { type EventState, memberLens, RuleError, type StepContext, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DepartmentDirectory } from '../departments/index.js';
import { Standards } from '../standards/index.js';
import { EventWorkers } from './event-workers.js';
import { fromRow } from './event-columns.js';
import { EventsRepository } from './events.repository.js';

/** Looks up what a step refers to, as far as the viewer may see it. */
@Injectable()
export class EventStepContext {
  constructor(
    private readonly events: EventsRepository,
    private readonly workers: EventWorkers,
    private readonly departments: DepartmentDirectory,
    private readonly standards: Standards,
    private readonly clock: SystemClock,
  ) {}

  async of(tx: Transaction, viewer: Viewer, event: EventState, command: ActOnEvent): Promise<StepContext> {
    const base = {
      actor: { accountId: viewer.accountId, name: viewer.name },
      at: this.clock.now().toISOString(),
      calendar: this.standards.calendar,
    };
    switch (command.action) {
      case 'file':
        return { ...base, ...this.filing(event, command) };
      case 'dispatch':
        return { ...base, ...(await this.department(tx, event, command.departmentId)) };
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

  private filing(
    event: EventState,
    command: Extract<ActOnEvent, { action: 'file' }>,
  ): Pick<StepContext, 'condition' | 'classCode'> {
    const classCode = command.classCode ?? event.classCode;
    if (classCode === null) throw new RuleError('class.unknown');
    const found = this.standards.findClass(classCode);
    if (!found) throw new RuleError('class.unknown');
    if (found.retired) throw new RuleError('class.retired');
    const condition = this.standards.findCondition(command.conditionId);
    return condition ? { condition, classCode } : { classCode };
  }

  private async department(tx: Transaction, event: EventState, id: string): Promise<Pick<StepContext, 'department'>> {
    const department = await this.departments.find(tx, event.districtCode, id);
    return department ? { department } : {};
  }

  private async target(tx: Transaction, viewer: Viewer, id: string): Promise<Pick<StepContext, 'target'>> {
    const record = await this.events.find(tx, memberLens(viewer), id);
    return record ? { target: fromRow(record) } : {};
  }
}
