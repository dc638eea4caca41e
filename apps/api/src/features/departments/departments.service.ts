import { Injectable } from '@nestjs/common';
import type { DepartmentView } from '@wangge/contracts';
import { areasOf, type Viewer } from '@wangge/domain';
import { Database } from '../../platform/database/index.js';
import * as sql from './departments.queries.js';

const DISTRICT_DIGITS = 6;

@Injectable()
export class DepartmentsService {
  constructor(private readonly database: Database) {}

  /** Departments of the viewer's own district, and of every district within his areas. */
  async list(viewer: Viewer): Promise<DepartmentView[]> {
    const districts = [viewer.districtCode, ...areasOf(viewer, 'department.read').map((code) => code.slice(0, DISTRICT_DIGITS))];
    return this.database.as({ kind: 'reference' }, (tx) => tx.query<DepartmentView>(sql.LIST, [[...new Set(districts)]]));
  }
}
