import { Injectable } from '@nestjs/common';
import type { DepartmentView } from '@wangge/contracts';
import { areasOf, covers, type Viewer } from '@wangge/domain';
import { appendAudit } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import { DepartmentCases } from './department-cases.js';
import * as sql from './departments.queries.js';

const DISTRICT_DIGITS = 6;

@Injectable()
export class DepartmentsService {
  constructor(
    private readonly database: Database,
    private readonly cases: DepartmentCases,
    private readonly clock: SystemClock,
  ) {}

  /** Departments of the viewer's own district, and of every district within his areas. */
  async list(viewer: Viewer): Promise<DepartmentView[]> {
    const districts = [viewer.districtCode, ...areasOf(viewer, 'department.read').map((code) => code.slice(0, DISTRICT_DIGITS))];
    return this.database.as({ kind: 'reference' }, (tx) => tx.query<DepartmentView>(sql.LIST, [[...new Set(districts)]]));
  }

  /** Nothing may be left with it: whoever gives it a case at this moment is waited for, and comes first. */
  async dissolve(viewer: Viewer, id: string): Promise<DepartmentView> {
    return this.database.as({ kind: 'accounts' }, async (tx) => {
      await tx.query(sql.HOLD_ALONE, [id]);
      const [row] = await tx.query<Row>(sql.ONE, [id]);
      if (!row || !areasOf(viewer, 'department.dissolve').some((area) => covers(area, row.serves))) throw notFound();
      await tx.become({ kind: 'job' });
      if (await this.cases.areOpen(tx, { districtCode: row.district_code, id })) throw apiError('department.has-open-cases');
      await tx.become({ kind: 'accounts' });
      const now = this.clock.now();
      await tx.query(sql.DISSOLVE, [id, now, viewer.accountId]);
      if (row.dissolved_at === null) await keepDissolving(tx, viewer, row, now);
      return { id: row.id, name: row.name, serves: row.serves };
    });
  }
}

type Row = DepartmentView & { readonly district_code: string; readonly dissolved_at: Date | null };

function keepDissolving(tx: Transaction, viewer: Viewer, row: Row, now: Date): Promise<void> {
  return appendAudit(tx, {
    at: now.toISOString(),
    actorId: viewer.accountId,
    actorName: viewer.name,
    action: 'department.dissolve',
    subjectType: 'department',
    subjectId: row.id,
    districtCode: row.district_code,
    details: { name: row.name, serves: row.serves },
  });
}
