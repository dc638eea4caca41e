import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../../platform/database/index.js';

export interface GridWorker {
  readonly gridCode: string;
  readonly id: string;
  readonly name: string;
}

/**
 * $1 codes of unit grids: for each the grid workers and leaders who hold the smallest area around it, its own before
 * those of its community and its street.
 */
const WORKERS: Statement = {
  name: 'collections.workers',
  text: `select distinct w."gridCode", w.id, w.name
           from (select g.code as "gridCode", a.id, a.name,
                        rank() over (partition by g.code order by length(r.scope) desc) as place
                   from unnest($1::text[]) as g (code)
                   join account_role as r on r.scope = any(array[g.code, left(g.code, 12), left(g.code, 9)])
                                         and r.role in ('grid-worker', 'grid-leader')
                   join account as a on a.id = r.account_id and a.disabled_at is null) as w
          where w.place = 1 order by w."gridCode", w.name, w.id`,
};

/** Who is asked for what is missing in a unit grid. Who works where is no secret: under any lens. */
@Injectable()
export class CollectionWorkers {
  async of(tx: Transaction, gridCodes: readonly string[]): Promise<GridWorker[]> {
    return gridCodes.length === 0 ? [] : tx.query<GridWorker>(WORKERS, [gridCodes]);
  }
}
