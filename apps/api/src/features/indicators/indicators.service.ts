import { Injectable } from '@nestjs/common';
import { type FigureKey, type InputOf, indicatorsApi, type ReplyOf } from '@wangge/contracts';
import { evaluateFigure, FIGURE_KEYS, levelOf, measuresOf, type Sum, type Sums, type Viewer } from '@wangge/domain';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import { CountersRepository, type PeriodRow } from './counters.repository.js';
import { type IndicatorScope, indicatorScope } from './indicator-scope.js';
import { PlacesRepository } from './places.repository.js';

type Query = InputOf<typeof indicatorsApi.list>['query'];

const OFFSET_MS = 8 * 3_600_000;

/** Key figures of any node for any period. */
@Injectable()
export class IndicatorsService {
  constructor(
    private readonly database: Database,
    private readonly counters: CountersRepository,
    private readonly places: PlacesRepository,
  ) {}

  /**
   * Flows, rates and means are of the period; what is open or overdue stands at its end. Counts know their hour for
   * two weeks and their day after that; stocks older than a month are exact at the end of each month.
   */
  async list(viewer: Viewer, { scope: asked, from, to, keys = FIGURE_KEYS }: Query): Promise<ReplyOf<typeof indicatorsApi.list>> {
    if (Date.parse(from) >= Date.parse(to))
      throw apiError('request.invalid', { fields: [{ path: 'query.to', rule: 'empty-period' }] });
    const scope = indicatorScope(viewer, asked);
    const wanted = { ...measuresOf(keys), from: localTime(from).slice(0, 10) };
    const rows = await this.database.as(scope.lens, async (tx) => {
      const place = { lens: scope.lens, nodes: await this.nodesOf(tx, scope) };
      return this.counters.period(tx, place, wanted, localTime(from), localTime(to));
    });
    const sums = sumsOf(rows);
    const distinct: FigureKey[] = [...new Set(keys)];
    return { scope: scope.code, items: distinct.map((key) => ({ key, value: evaluateFigure(key, sums) })) };
  }

  /** Counters begin at the districts: a city's or province's figures are those of its districts together. */
  private async nodesOf(tx: Transaction, scope: IndicatorScope): Promise<string[]> {
    const isRegion = levelOf(scope.code) === undefined;
    if (!isRegion && !(await this.places.wasEver(tx, scope.code))) throw notFound();
    const nodes = isRegion ? await this.places.districts(tx, scope.code) : [scope.code];
    if (nodes.length === 0) throw notFound();
    return nodes;
  }
}

/** As the counters write it: local, without offset. */
const localTime = (instant: string) => new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, -1);

function sumsOf(rows: readonly PeriodRow[]): Sums {
  const total = (measures: readonly string[], toSum: (row: PeriodRow) => Sum): Sum => {
    const found = rows.filter(({ measure }) => measures.includes(measure)).map(toSum);
    return {
      count: found.reduce((sum, { count }) => sum + count, 0),
      minutes: found.reduce((sum, { minutes }) => sum + minutes, 0),
    };
  };
  return {
    during: (measures) => total(measures, (row) => row),
    ever: (measures) => total(measures, ({ ever }) => ({ count: ever, minutes: 0 })),
  };
}
