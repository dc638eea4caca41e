import { Injectable } from '@nestjs/common';
import type { Board, Figure } from '@wangge/contracts';
import {
  dateOfDay,
  FIGURE_KEYS,
  figureOf,
  firstDayRead,
  type Measure,
  measuresOf,
  monthStart,
  STAGE_MEASURES,
  stageFlows,
  statusesOf,
  type Viewer,
} from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { notFound } from '../../platform/http/errors.js';
import { SharedAnswers } from '../../platform/work/shared-answers.js';
import { Standards } from '../standards/index.js';
import { toAreas, toClasses, toDepartments, toHours, toMarkers, toNews } from './board.mapper.js';
import { BoardEventsRepository } from './board-events.repository.js';
import { CountersRepository, type Place } from './counters.repository.js';
import { type IndicatorScope, indicatorScope } from './indicator-scope.js';
import { ONE_SNAPSHOT } from './indicators.queries.js';
import { type Moment, momentOf } from './moment.js';
import { type PlaceNode, PlacesRepository } from './places.repository.js';

const KEY_MEASURES = measuresOf(FIGURE_KEYS);
const ON_TIME: readonly Measure[] = ['judged', 'closed-on-time'];
const DISTRICT_DIGITS = 6;

/** In the hands of a department. */
const DEPARTMENT_STATUSES = [...statusesOf('handle'), ...statusesOf('suspended')];

const OVERDUE_MARKERS = 200;
const CHANGED_MARKERS = 100;
const CHANGED_WITHIN_MS = 3_600_000;
const NEWS = 12;
const NEWS_WITHIN_MS = 24 * 3_600_000;

/** Everything the wall shows of one node, of one moment. */
@Injectable()
export class BoardService {
  private readonly boards = new SharedAnswers<Board>();

  constructor(
    private readonly database: Database,
    private readonly counters: CountersRepository,
    private readonly places: PlacesRepository,
    private readonly events: BoardEventsRepository,
    private readonly standards: Standards,
    private readonly clock: SystemClock,
  ) {}

  /** A lens and a node make the whole board: whoever looks through the same at the same moment shares one. */
  async board(viewer: Viewer, asked: string | undefined): Promise<Board> {
    const wanted = indicatorScope(viewer, asked);
    const isGiven = asked !== undefined;
    return this.boards.ask(JSON.stringify({ ...wanted, isGiven }), () => this.read(wanted, isGiven));
  }

  private read(wanted: IndicatorScope, isGiven: boolean): Promise<Board> {
    const moment = momentOf(this.clock.now());
    return this.database.as(wanted.lens, async (tx) => {
      await tx.query(ONE_SNAPSHOT);
      const scope = isGiven ? wanted : await this.startingAt(tx, wanted);
      const path = await this.places.path(tx, scope);
      const node = path.at(-1);
      if (!node) throw notFound();
      return {
        scope: node.code,
        name: node.name,
        level: node.level,
        path: path.map(({ code, name }) => ({ code, name })),
        asOf: moment.asOf,
        ...(await this.flow(tx, { lens: scope.lens, nodes: [node.code] }, moment)),
        areas: await this.areas(tx, scope, node, moment),
        levels: await this.places.levels(tx, node.code),
        ...(await this.single(tx, scope, moment)),
      };
    });
  }

  /** A board is of one node: who oversees a city or province starts at its first district. */
  private async startingAt(tx: Transaction, { lens, code }: IndicatorScope): Promise<IndicatorScope> {
    if (lens.kind !== 'region') return { lens, code };
    return { lens, code: (await this.places.districts(tx, code))[0] ?? code };
  }

  private async flow(tx: Transaction, place: Place, moment: Moment) {
    const { today, date } = moment;
    const wanted = { ...KEY_MEASURES, flows: [...KEY_MEASURES.flows, ...STAGE_MEASURES], from: firstDayRead(today) };
    const tallies = await this.counters.tallies(tx, place, wanted, moment);
    const departments = await this.counters.departments(tx, place, {
      flows: ['handled', 'handled-limit'],
      from: monthStart(date),
      stocks: DEPARTMENT_STATUSES.flatMap((status): Measure[] => [`in:${status}`, `overdue:${status}`]),
    });
    return {
      figures: FIGURE_KEYS.map((key): Figure => figureOf(key, tallies, today)),
      stages: stageFlows(tallies, date),
      classes: toClasses(await this.counters.classes(tx, place, dateOfDay(today - 7), moment), this.namesIn(place.nodes[0] ?? '')),
      departments: toDepartments(departments),
      hours: toHours(await this.counters.hours(tx, place, date)),
    };
  }

  /** The nodes below; a unit grid has none and stands for itself. */
  private async areas(tx: Transaction, { lens }: IndicatorScope, node: PlaceNode, { date }: Moment): Promise<Board['areas']> {
    const nodes = node.level === 'grid' ? [node] : await this.places.children(tx, node.code);
    const wanted = { flows: ON_TIME, from: monthStart(date), stocks: KEY_MEASURES.stocks };
    return toAreas(nodes, await this.counters.areas(tx, { lens, nodes: nodes.map(({ code }) => code) }, wanted));
  }

  private async single(tx: Transaction, scope: IndicatorScope, { asOf }: Moment) {
    const since = (ms: number) => new Date(Date.parse(asOf) - ms).toISOString();
    const overdue = await this.events.overdue(tx, scope, asOf, OVERDUE_MARKERS);
    const changed = await this.events.changed(tx, scope, since(CHANGED_WITHIN_MS), CHANGED_MARKERS);
    const news = await this.events.news(tx, scope, since(NEWS_WITHIN_MS), NEWS);
    const positions = await this.events.positions(
      tx,
      news.map(({ event_id }) => event_id),
    );
    return { markers: toMarkers([...overdue, ...changed], asOf), news: toNews(news, positions, this.namesIn(scope.code)) };
  }

  /** What the district of a node calls its classes. */
  private namesIn(node: string): (code: string) => string | undefined {
    const standards = this.standards.of(node.slice(0, DISTRICT_DIGITS));
    return (code) => standards.findName(code);
  }
}
