import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import * as sql from './departments.queries.js';

export interface Department {
  readonly id: string;
  readonly districtCode: string;
  readonly name: string;
  /** The node of the tree it serves. */
  readonly serves: string;
  /** Beginnings of the class codes it is responsible for. */
  readonly handles: readonly string[];
}

type Row = Omit<Department, 'districtCode'> & { readonly district_code: string };

/** What other features may know of departments, within their own transaction and whatever its lens. */
@Injectable()
export class DepartmentDirectory {
  /** To be asked before a case is given to a department: it is not dissolved while this transaction lasts. */
  async hold(tx: Transaction, ids: readonly string[]): Promise<void> {
    for (const id of [...ids].sort()) await tx.query(sql.HOLD, [id]);
  }

  async find(tx: Transaction, districtCode: string, id: string): Promise<Department | undefined> {
    const [row] = await tx.query<Row>(sql.GET, [districtCode, id]);
    return row && { id: row.id, districtCode: row.district_code, name: row.name, serves: row.serves, handles: row.handles };
  }

  /** All that can be given a case in the district. */
  async listOpen(tx: Transaction, districtCode: string): Promise<Pick<Department, 'id' | 'name' | 'serves'>[]> {
    return tx.query<Pick<Department, 'id' | 'name' | 'serves'>>(sql.LIST, [[districtCode]]);
  }

  /** Those of the given ids that there are, in the order given; each once. */
  async list(tx: Transaction, districtCode: string, ids: readonly string[]): Promise<Pick<Department, 'id' | 'name'>[]> {
    return tx.query<Pick<Department, 'id' | 'name'>>(sql.SOME, [districtCode, ids]);
  }
}
