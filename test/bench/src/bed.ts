import { fileURLToPath } from 'node:url';
import { type DatabaseUrls, withSuperuser } from '@wangge/testing';
import { runDemoGenerate } from '../../../apps/api/dist/features/demo/load/command-line.js';
import type { Viewer } from '@wangge/domain';
import { type Started, startProcess, stopProcess } from './processes.js';
import type { PeerPlan } from './peer-plan.js';
import { type Recorded, takeRecorded } from './recorded.js';
import type { Scenario } from './scenarios.js';
import { ask, type SignedIn, signIn } from './session.js';

const MAIN = fileURLToPath(new URL('../../../apps/api/dist/main.js', import.meta.url));
/** As `npm start` and the image start it. */
const HEAP = '--max-old-space-size=1024';
const here = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));

export interface Bed {
  readonly urls: DatabaseUrls;
  readonly dataDir: string;
}

const environment = ({ urls, dataDir }: Bed) => ({
  DATABASE_URL: urls.databaseUrl,
  DATABASE_OWNER_URL: urls.databaseOwnerUrl,
  DATA_DIR: dataDir,
  LOG_LEVEL: 'warn',
  NODE_ENV: 'production',
});

/** Fills the database up to so much; what is there already stays. */
export async function fill(bed: Bed, counts: { residents: number; events: number; grids: number }, say: (line: string) => void): Promise<void> {
  const args = Object.entries(counts).flatMap(([name, count]) => [`--${name}`, String(count)]);
  const code = await runDemoGenerate(args, { ...process.env, ...environment(bed) }, say);
  if (code !== 0) throw new Error('the data could not be generated');
  await withSuperuser(bed.urls.superuserUrl, (client) => client.query('vacuum analyze'));
}

export const startServer = (bed: Bed, more: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Started> =>
  startProcess([HEAP, ...more, MAIN], { ...environment(bed), ...env }, '/api/health/ready');

export const startPeer = (plan: string): Promise<Started> => startProcess([here('peer.js')], { BENCH_PLAN: plan, NODE_ENV: 'production' }, '/empty');

/** A server that writes down the SQL of each request, for the peer and the raw loop to run the very same. */
export async function record(
  bed: Bed,
  scenarios: readonly Scenario[],
  create: { readonly as: string; readonly body: { readonly id: string } },
  file: string,
): Promise<PeerPlan> {
  const server = await startServer(bed, ['--import', here('record-sql.js')], { BENCH_RECORD: file });
  try {
    const people = await signIn(server.origin, bed.dataDir, [...new Set([...scenarios.map(({ as }) => as), create.as])]);
    const statements: Record<string, Recorded[]> = {};
    let outlines: unknown;
    for (const { key, as, path, body } of scenarios) {
      const init = body && { method: 'POST', body };
      // Asked twice: what is remembered after the first time is not part of the request.
      await ask(server.origin, path, tokenOf(people, as), init);
      takeRecorded(file, 'read');
      const answer = await ask(server.origin, path, tokenOf(people, as), init);
      statements[key] = takeRecorded(file, 'read');
      if (key === 'outlines') outlines = answer;
    }
    const created = await ask(server.origin, '/api/v1/events', tokenOf(people, create.as), { method: 'POST', body: create.body });
    statements.create = takeRecorded(file, 'write');
    const number = typeof created === 'object' && created !== null && 'number' in created ? String(created.number) : '';
    const { classes, viewers } = await reference(bed, people);
    const { superuserUrl: databaseUrl } = bed.urls;
    return { databaseUrl, dataDir: bed.dataDir, classes, viewers, statements, outlines, createdId: create.body.id, createdNumber: number };
  } finally {
    await stopProcess(server);
  }
}

export function tokenOf(people: ReadonlyMap<string, SignedIn>, name: string): string {
  const found = people.get(name);
  if (!found) throw new Error(`${name} is not signed in`);
  return found.token;
}

async function reference({ urls }: Bed, people: ReadonlyMap<string, SignedIn>): Promise<Pick<PeerPlan, 'classes' | 'viewers'>> {
  return withSuperuser(urls.superuserUrl, async (client) => {
    const classes = await client.query<{ code: string; name: string }>('select code, name from matter_class');
    const viewers = await client.query<Viewer>(
      `select a.id as "accountId", a.name, a.district_code as "districtCode",
              (select json_agg(json_strip_nulls(json_build_object('role', role, 'scope', scope, 'departmentId', department_id)))
                 from account_role where account_id = a.id) as assignments
         from account a where a.id = any($1::uuid[])`,
      [[...people.values()].map(({ accountId }) => accountId)],
    );
    return { classes: Object.fromEntries(classes.rows.map(({ code, name }) => [code, name])), viewers: viewers.rows };
  });
}
