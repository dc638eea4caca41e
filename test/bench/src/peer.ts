import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findRegister, type Viewer } from '@wangge/domain';
import Fastify from 'fastify';
import pg from 'pg';
import { toEventRow, toEventView, toMarker } from '../../../apps/api/dist/features/events/event.mapper.js';
import { toNamed } from '../../../apps/api/dist/features/registers/record.js';
import { RecordCells } from '../../../apps/api/dist/features/registers/record-cells.js';
import { titleOf, toRecordView } from '../../../apps/api/dist/features/registers/record.mapper.js';
import { FieldCipher } from '../../../apps/api/dist/platform/secrets/field-cipher.js';
import { Secrets } from '../../../apps/api/dist/platform/secrets/secrets.js';
import type { PeerPlan } from './peer-plan.js';
import { borrowedServices } from './peer-services.js';
import type { Recorded } from './recorded.js';

/**
 * The server one would write by hand for these few requests: Fastify and pg, the token verified, the same SQL, the same
 * JSON; no policies, no sessions asked for, no audit, no validation. It logs in past the policies.
 */
const plan: PeerPlan = JSON.parse(readFileSync(String(process.env.BENCH_PLAN), 'utf8'));
const pool = new pg.Pool({ connectionString: plan.databaseUrl, max: 16 });
const secrets = Secrets.open(plan.dataDir);
const cells = new RecordCells(new FieldCipher(secrets), secrets);
const residents = findRegister('residents');
if (!residents) throw new Error('no register of residents');
const className = (code: string | null) => (code === null ? null : (plan.classes[code] ?? null));
const viewers = new Map<string, Viewer>(plan.viewers.map((viewer) => [viewer.accountId, viewer]));

function verify(header: string | undefined): Viewer | undefined {
  const [head = '', payload = '', signature = ''] = header?.slice('Bearer '.length).split('.') ?? [];
  const expected = createHmac('sha256', secrets.tokenKey).update(`${head}.${payload}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const claims: { sub: string; exp: number } = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return claims.exp * 1000 > Date.now() ? viewers.get(claims.sub) : undefined;
}

type Row = Record<string, unknown>;
type Answers = readonly (readonly Row[])[];
const of = (answers: Answers, statements: readonly Recorded[], name: string): readonly Row[] =>
  answers[statements.findLastIndex((statement) => statement.name.startsWith(name))] ?? [];

async function run(statements: readonly Recorded[], around?: readonly [string, string]): Promise<Answers> {
  const client = await pool.connect();
  try {
    const answers: Row[][] = [];
    if (around) await client.query(around[0]);
    for (const { name, text, values } of statements) answers.push((await client.query<Row>({ name, text, values: [...values] })).rows);
    if (around) await client.query(around[1]);
    return answers;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

type Answer = (answers: Answers, statements: readonly Recorded[], viewer: Viewer) => unknown;

const totals = (answers: Answers, statements: readonly Recorded[], name: string) => {
  const total = Number(of(answers, statements, name)[0]?.total ?? 0);
  return { total: Math.min(total, 1000), totalIs: total > 1000 ? 'atLeast' : 'exact' };
};

const events: Answer = (answers, statements, viewer) => {
  const now = new Date().toISOString();
  const rows = of(answers, statements, 'events.list');
  const items = rows.slice(0, 25).map((row) => toEventRow(row as never, viewer, className, now));
  const last = items.at(-1);
  const nextCursor = rows.length > 25 && last ? Buffer.from(JSON.stringify([last.reportedAt, last.id])).toString('base64url') : null;
  return { items, ...totals(answers, statements, 'events.count'), nextCursor };
};

const event: Answer = (answers, statements, viewer) => {
  const [row] = of(answers, statements, 'events.page');
  const [timeline, photos] = [of(answers, statements, 'events.timeline'), of(answers, statements, 'events.photos')];
  // The desk is the district's: the demo's setting.
  const parts = { timeline, photos, deskName: row?.district_name };
  return toEventView(row as never, parts as never, viewer, className, new Date().toISOString());
};

const map: Answer = (answers, statements) => {
  const now = new Date().toISOString();
  const rows = of(answers, statements, 'events.markers');
  return { items: rows.slice(0, 2000).map((row) => toMarker(row as never, now)), complete: rows.length <= 2000 };
};

/** Titles of what the records point at, by id: the recorded statements name the columns. */
function titles(answers: Answers, statements: readonly Recorded[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  statements.forEach(({ name, text }, index) => {
    const target = findRegister(/from register_(\w+) as r/.exec(text)?.[1] ?? '');
    if (!name.startsWith('registers.titled') || !target) return;
    const field = target.fields.find((each) => each.name === target.titleField);
    if (field) for (const row of answers[index] ?? []) found.set(String(row.id), titleOf(target, cells.toValue(target, field, String(row.id), row)));
  });
  return found;
}

const view = (row: Row, known: ReadonlyMap<string, string>) => {
  const record = toNamed(residents, cells, row as never);
  const named = residents.fields.flatMap(({ name, references }) => {
    const title = references ? known.get(String(record.values[name])) : undefined;
    return title === undefined ? [] : [[name, title] as const];
  });
  return toRecordView(residents, record, Object.fromEntries(named));
};

const records: Answer = (answers, statements) => {
  const known = titles(answers, statements);
  const rows = of(answers, statements, 'registers.list');
  const items = rows.slice(0, 25).map((row) => view(row, known));
  return { items, ...totals(answers, statements, 'registers.count'), nextCursor: rows.length > 25 ? 'sealed' : null };
};

const person: Answer = (answers, statements) => {
  const row = of(answers, statements, 'registers.find')[0];
  return row ? { ...view(row, titles(answers, statements)), related: [] } : undefined;
};

const { board, find } = borrowedServices(pool, cells, className);

const ANSWERS: Readonly<Record<string, Answer>> = {
  list: events,
  newest: records,
  prefix: records,
  person,
  get: event,
  map,
  outlines: (answers, statements) => (of(answers, statements, 'grids.read-revision').length > 0 ? plan.outlines : undefined),
};
const server = Fastify({ logger: { level: 'error' } });
server.get('/empty', () => ({ ok: true }));
for (const [key, statements] of Object.entries(plan.statements)) {
  const answer = ANSWERS[key.split('.')[0] ?? ''];
  if (!answer) continue;
  server.get(`/${key}`, async (request, reply) => {
    const viewer = verify(request.headers.authorization);
    if (!viewer) return reply.status(401).send();
    return answer(await run(statements), statements, viewer);
  });
}
server.get('/board', async ({ headers }, reply) => {
  const viewer = verify(headers.authorization);
  return viewer ? board(viewer) : reply.status(401).send();
});
server.post('/find*', async ({ headers, body }, reply) => {
  const viewer = verify(headers.authorization);
  const { words }: { words: string } = body as never;
  return viewer ? find(viewer, words) : reply.status(401).send();
});
server.post('/create', async (request, reply) => {
  const viewer = verify(request.headers.authorization);
  const { id }: { id: string } = request.body as never;
  const own = (value: unknown) => (typeof value === 'string' ? value.replaceAll(plan.createdId, id).replaceAll(plan.createdNumber, id) : value);
  const fresh = (value: unknown) => (typeof value === 'string' ? value.replaceAll(/"id":"[^"]+"/g, () => `"id":"${randomUUID()}"`) : value);
  const statements = (plan.statements.create ?? []).map((each) => ({ ...each, values: each.values.map(own).map(each.name.startsWith('timers.') ? fresh : (value) => value) }));
  if (!viewer) return reply.status(401).send();
  return reply.status(201).send(event(await run(statements, ['begin', 'commit']), statements, viewer));
});
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
