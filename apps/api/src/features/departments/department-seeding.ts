import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import * as sql from './departments.queries.js';

export interface SeedDepartment {
  readonly districtCode: string;
  readonly name: string;
  readonly serves: string;
  readonly handles: readonly string[];
}

@Injectable()
export class DepartmentSeeding {
  constructor(
    private readonly database: Database,
    private readonly clock: SystemClock,
  ) {}

  /** Their ids, in the order given. One that is there already keeps its id. */
  async ensureDepartments(wanted: readonly SeedDepartment[]): Promise<string[]> {
    const now = this.clock.now();
    return this.database.as({ kind: 'accounts' }, async (tx) => {
      const ids: string[] = [];
      for (const { districtCode, name, serves, handles } of wanted) {
        const rows = await tx.query<{ id: string }>(sql.ENSURE, [districtCode, uuid(), name, serves, handles, now]);
        ids.push(...rows.map(({ id }) => id));
      }
      return ids;
    });
  }
}
