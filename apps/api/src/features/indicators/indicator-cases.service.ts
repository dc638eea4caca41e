import { Injectable } from '@nestjs/common';
import { type EventStatus, Id, type InputOf, type indicatorsApi, Instant, type ReplyOf } from '@wangge/contracts';
import { areaLens, INDICATORS, levelOf, measuresOfSide, type Viewer } from '@wangge/domain';
import { z } from 'zod';
import { Database } from '../../platform/database/database.js';
import { apiError } from '../../platform/http/errors.js';
import { casesOf } from './cases.queries.js';
import { indicatorScope } from './indicator-scope.js';

type Query = InputOf<typeof indicatorsApi.cases>['query'];
type Cases = ReplyOf<typeof indicatorsApi.cases>;

interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: EventStatus;
  readonly place: string;
  readonly reported_at: Date;
  readonly times: number;
}
const Cursor = z.tuple([Instant, Id]);

/** What a number counts, case by case: the times of all add up to it. */
@Injectable()
export class IndicatorCases {
  constructor(private readonly database: Database) {}

  async list(viewer: Viewer, query: Query): Promise<Cases> {
    if (query.from >= query.to) throw apiError('request.invalid', { fields: [{ path: 'query.to', rule: 'empty-period' }] });
    const { lens, code } = indicatorScope(viewer, query.scope);
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
    const from = INDICATORS[query.key].kind === 'stock' ? '-infinity' : query.from;
    const level = levelOf(code) === undefined ? 'region' : areaLens(code).kind;
    const values = [code, measuresOfSide(query.key, query.side), from, query.to, query.departmentId ?? null, after?.at ?? null, after?.id ?? null];
    const rows = await this.database.as(lens, (tx) => tx.query<CaseRow>(casesOf(level), [...values, query.perPage + 1]));
    const page = rows.slice(0, query.perPage);
    const last = page.at(-1);
    return {
      items: page.map(({ reported_at, ...row }) => ({ ...row, reportedAt: reported_at.toISOString() })),
      nextCursor: rows.length > query.perPage && last ? writeCursor(last) : null,
    };
  }
}

const writeCursor = ({ reported_at, id }: CaseRow): string =>
  Buffer.from(JSON.stringify([reported_at.toISOString(), id])).toString('base64url');

/** Cursors come back from outside: anything but one of ours is a bad request. */
function readCursor(text: string): { readonly at: string; readonly id: string } {
  try {
    const [at, id] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { at, id };
  } catch {
    throw apiError('request.invalid', { fields: [{ path: 'query.cursor', rule: 'unknown' }] });
  }
}
