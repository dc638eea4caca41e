import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OPEN_STATUSES } from '@wangge/domain';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { DepartmentCases } from '../departments/index.js';

/** $1 department, $2 open states. Dispatched to it, or called to help and not released. */
const OPEN_CASE: Statement = {
  name: 'events.open-of-department',
  text: `select exists (select 1 from event where department_id = $1 and status = any($2::text[]))
             or exists (select 1 from event where assist_department_ids && array[$1::uuid] and assist_department_ids <> '{}'
                          and status = any($2::text[])) as open`,
};

/** Says which departments have events in hand. */
@Injectable()
export class EventDepartmentCases implements OnModuleInit {
  constructor(private readonly cases: DepartmentCases) {}

  onModuleInit(): void {
    this.cases.register((tx, { id }) => this.hasOpen(tx, id));
  }

  private async hasOpen(tx: Transaction, id: string): Promise<boolean> {
    const [row] = await tx.query<{ open: boolean }>(OPEN_CASE, [id, [...OPEN_STATUSES]]);
    return row?.open ?? false;
  }
}
