import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';

/** Whether a department has open cases, asked through the job lens. */
export type HasOpenCases = (tx: Transaction, department: { readonly districtCode: string; readonly id: string }) => Promise<boolean>;

/** Features above say by this port what they have lying with a department. */
@Injectable()
export class DepartmentCases {
  private readonly askers: HasOpenCases[] = [];

  register(asker: HasOpenCases): void {
    this.askers.push(asker);
  }

  async areOpen(...asked: Parameters<HasOpenCases>): Promise<boolean> {
    for (const asker of this.askers) if (await asker(...asked)) return true;
    return false;
  }
}
