import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase, type DatabaseUrls, startCluster, withSuperuser } from '@wangge/testing';
import { v7 as uuid } from 'uuid';
import { type Bed, fill, record, startPeer, startServer, tokenOf } from './bed.js';
import { databaseCpu } from './growth.js';
import { measureImport } from './import-load.js';
import { measure } from './measure.js';
import { type BenchOptions, readOptions, USAGE } from './options.js';
import { memoryOf, stopProcess } from './processes.js';
import { policyCosts } from './policies.js';
import { type BenchResult, type SizeResult, writeResult } from './report.js';
import { readScenarios, type Subjects } from './scenarios.js';
import { signIn } from './session.js';
import { findSubjects } from './subjects.js';

const say = (line: string) => console.log(line);
const SETTINGS = ['shared_buffers=1GB', 'max_wal_size=8GB', 'maintenance_work_mem=256MB'];

async function bench(options: BenchOptions): Promise<BenchResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'wangge-bench-'));
  try {
    const bed = await makeBed(folder);
    const sizes: SizeResult[] = [];
    for (const [index, size] of options.sizes.entries()) {
      say(`— ${size.events} events, ${size.residents} residents`);
      await fill(bed, size, say);
      if (options.importRows !== undefined) {
        say(JSON.stringify(await measureImport(bed, options.importRows, say)));
        continue;
      }
      sizes.push(await atSize(bed, options, size, folder, index === options.sizes.length - 1));
    }
    return { command: options.command, at: new Date().toISOString().slice(0, 10), sizes, seconds: options.seconds, rounds: options.rounds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything measured at one size; the last and largest is measured in full. */
async function atSize(bed: Bed & { postmaster: number }, options: BenchOptions, size: SizeResult['size'], folder: string, isLast: boolean): Promise<SizeResult> {
  const subjects = await findSubjects(bed.urls.superuserUrl, bed.dataDir);
  const wanted = ({ key }: { key: string }) => !options.only || options.only.some((only) => key.startsWith(only));
  const scenarios = readScenarios(subjects).filter(wanted);
  const report = reportBody(subjects.places);
  const recording = path.join(folder, 'recording');
  writeFileSync(recording, '');
  const plan = await record(bed, scenarios, { as: 'worker1', body: report() }, recording);
  const planFile = path.join(folder, 'plan.json');
  writeFileSync(planFile, JSON.stringify(plan));
  const server = await startServer(bed);
  try {
    const people = await signIn(server.origin, bed.dataDir, [...new Set([...scenarios.map(({ as }) => as), 'worker1'])]);
    const cpu = await databaseCpu(server.origin, bed.postmaster, scenarios, ({ as }) => tokenOf(people, as), options.samples);
    say(`database CPU, ms a request: ${JSON.stringify(cpu)}`);
    if (!isLast) return { size, cpu };
    const peer = await startPeer(planFile);
    try {
      const lines = await measure({ server, peer, plan, scenarios, people, options, report, dataDir: bed.dataDir, say });
      const policies = await policyCosts(bed.urls, plan, scenarios, options.samples, say);
      if (lines.some(({ failures }) => failures > 0)) say(`requests failed; the peer said: ${peer.output()}\nthe server said: ${server.output()}`);
      return { size, cpu, lines, policies, memory: memoryOf(server.child.pid ?? 0), startMs: server.startMs };
    } finally {
      await stopProcess(peer);
    }
  } finally {
    await stopProcess(server);
  }
}

/** A new report, where something was reported before. */
const reportBody = (places: Subjects['places']) => () => ({
  id: uuid(),
  description: '路面井盖破损，请处理',
  point: places[Math.floor(Math.random() * places.length)],
});

async function makeBed(folder: string): Promise<Bed & { postmaster: number }> {
  const given = process.env.BENCH_SUPERUSER_URL;
  const dataDir = process.env.BENCH_DATA_DIR ?? path.join(folder, 'data');
  if (given) return { urls: urlsFrom(given), dataDir, postmaster: await postmasterOf(given) };
  const cluster = await startCluster(process.pid, SETTINGS);
  if (!cluster) throw new Error('PostgreSQL with PostGIS was not found: install it, or set BENCH_SUPERUSER_URL and BENCH_DATA_DIR');
  return { urls: await createDatabase(cluster, 'bench'), dataDir, postmaster: cluster.pid };
}

function urlsFrom(superuserUrl: string): DatabaseUrls {
  const as = (user: string) => {
    const url = new URL(superuserUrl);
    url.username = user;
    return url.toString();
  };
  return { superuserUrl, databaseUrl: as('api'), databaseOwnerUrl: as('wangge_owner') };
}

/** The process all sessions are children of; 0 where the server is on another machine. */
async function postmasterOf(superuserUrl: string): Promise<number> {
  return withSuperuser(superuserUrl, async (client) => {
    const { rows } = await client.query<{ pid: string }>(`select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`);
    return Number(rows[0]?.pid ?? 0);
  });
}

const options = readOptions(process.argv.slice(2));
if (!options) {
  say(USAGE);
  process.exitCode = 2;
} else {
  const result = await bench(options);
  if (options.importRows === undefined) writeResult(result, options.out, say);
}
