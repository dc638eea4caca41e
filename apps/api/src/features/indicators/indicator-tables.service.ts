import { Injectable } from '@nestjs/common';
import type { IndicatorRow, InputOf, indicatorsApi, ReplyOf } from '@wangge/contracts';
import {
  evaluateIndicator,
  INDICATORS,
  type IndicatorSubject,
  indicatorsOf,
  levelOf,
  type Measure,
  measuresOfSide,
  placeNameOf,
  type Viewer,
} from '@wangge/domain';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import { CountersRepository, type MeasureRow, type Wanted } from './counters.repository.js';
import { type IndicatorScope, indicatorScope } from './indicator-scope.js';
import { ONE_SNAPSHOT } from './indicators.queries.js';
import { type PlaceNode, PlacesRepository } from './places.repository.js';

type Query = InputOf<typeof indicatorsApi.table>['query'];
type Table = ReplyOf<typeof indicatorsApi.table>;

interface Subject {
  readonly id: string | null;
  readonly name: string;
}

/** The indicators of a node side by side: of the areas below it, or of the departments that handle its cases. */
@Injectable()
export class IndicatorTables {
  constructor(
    private readonly database: Database,
    private readonly counters: CountersRepository,
    private readonly places: PlacesRepository,
  ) {}

  async table(viewer: Viewer, { scope: asked, from, to, by }: Query): Promise<Table> {
    if (from >= to) throw apiError('request.invalid', { fields: [{ path: 'query.to', rule: 'empty-period' }] });
    const scope = indicatorScope(viewer, asked);
    const wanted = { ...MEASURES[by], from };
    return this.database.as(scope.lens, async (tx) => {
      await tx.query(ONE_SNAPSHOT);
      const node = await this.nodeOf(tx, scope);
      const place = { lens: scope.lens, nodes: [node.code] };
      const below = by === 'area' ? await this.below(tx, node) : [];
      const rows =
        by === 'area'
          ? await this.counters.byArea(tx, { lens: scope.lens, nodes: below.map(({ id }) => id) }, wanted, to)
          : await this.counters.byDepartment(tx, place, wanted, to);
      const subjects = by === 'area' ? below : await this.departments(tx, rows);
      const all = by === 'area' ? await this.counters.byArea(tx, place, wanted, to) : rows.filter(({ id }) => isOneOf(subjects, id));
      return {
        scope: node.code,
        name: placeNameOf(node.name),
        rows: subjects.map((subject) => rowOf(by, subject, rows.filter(({ id }) => id === subject.id))),
        total: rowOf(by, { id: null, name: placeNameOf(node.name) }, all),
      };
    });
  }

  /** A city or province stands for its first district, as on the wall. */
  private async nodeOf(tx: Transaction, { lens, code }: IndicatorScope): Promise<PlaceNode> {
    const wanted = levelOf(code) === undefined ? ((await this.places.districts(tx, code))[0] ?? code) : code;
    const node = (await this.places.path(tx, { lens, code: wanted })).at(-1);
    if (!node) throw notFound();
    return node;
  }

  /** The nodes below; a unit grid has none and stands for itself. */
  private async below(tx: Transaction, node: PlaceNode): Promise<{ id: string; name: string }[]> {
    const nodes = node.level === 'grid' ? [node] : await this.places.children(tx, node.code);
    return nodes.map(({ code, name }) => ({ id: code, name: placeNameOf(name) }));
  }

  private departments(tx: Transaction, rows: readonly MeasureRow[]): Promise<{ id: string; name: string }[]> {
    return this.counters.departmentNames(tx, [...new Set(rows.map(({ id }) => id))]);
  }
}

const isOneOf = (subjects: readonly Subject[], id: string): boolean => subjects.some((subject) => subject.id === id);

/** All measures that the indicators of a kind of subject are made from. */
function measuresFor(subject: IndicatorSubject): Omit<Wanted, 'from'> {
  const keys = indicatorsOf(subject);
  const of = (isStock: boolean): Measure[] => {
    const chosen = keys.filter((key) => (INDICATORS[key].kind === 'stock') === isStock);
    return [...new Set(chosen.flatMap((key) => [...measuresOfSide(key, 'part'), ...measuresOfSide(key, 'whole')]))];
  };
  return { flows: of(false), stocks: of(true) };
}
const MEASURES = { area: measuresFor('area'), department: measuresFor('department') } as const;

function rowOf(by: IndicatorSubject, { id, name }: Subject, rows: readonly MeasureRow[]): IndicatorRow {
  const total = (measures: readonly Measure[], pick: (row: MeasureRow) => { count: number; minutes: number }) => {
    const found = rows.filter(({ measure }) => measures.some((each) => each === measure)).map(pick);
    return { count: found.reduce((sum, { count }) => sum + count, 0), minutes: found.reduce((sum, { minutes }) => sum + minutes, 0) };
  };
  const sums = {
    during: (measures: readonly Measure[]) => total(measures, (row) => row),
    ever: (measures: readonly Measure[]) => total(measures, ({ ever }) => ({ count: ever, minutes: 0 })),
  };
  return { id, name, cells: indicatorsOf(by).map((key) => ({ key, ...evaluateIndicator(key, sums) })) };
}
