import { isDeepStrictEqual } from 'node:util';
import { tokenOf } from './bed.js';
import { fire, type Measured, median } from './load.js';
import type { BenchOptions } from './options.js';
import type { PeerPlan } from './peer-plan.js';
import type { Started } from './processes.js';
import { rawRate } from './raw.js';
import type { Scenario } from './scenarios.js';
import { ask, type SignedIn } from './session.js';

export interface Line {
  readonly key: string;
  readonly what: string;
  readonly connections: number;
  readonly server: number;
  readonly peer: number;
  /** The same SQL through bare pg connections, and an empty Fastify route. */
  readonly raw: number;
  readonly empty: number;
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
  readonly generator: number;
  /** Whether server and peer gave the same JSON; undefined where each request gives another. */
  readonly same?: boolean;
  readonly target?: number;
}

export interface Measuring {
  readonly server: Started;
  readonly peer: Started;
  readonly plan: PeerPlan;
  readonly scenarios: readonly Scenario[];
  readonly people: ReadonlyMap<string, SignedIn>;
  readonly options: BenchOptions;
  readonly report: () => object;
  readonly dataDir: string;
  readonly say: (line: string) => void;
}

interface Subject {
  readonly key: string;
  readonly what: string;
  readonly as: string;
  readonly server: string;
  readonly peer: string;
  readonly target?: number;
  readonly body?: () => string;
}

const CREATE_TARGET = 0.6;

/** Server and peer in turn, round after round: what else the machine does weighs on both. */
export async function measure(measuring: Measuring): Promise<Line[]> {
  const { server, peer, scenarios, options, report, people, say } = measuring;
  const reads = scenarios.map(({ body, path, ...scenario }): Subject => {
    const asked = body && { body: () => JSON.stringify(body) };
    return { ...scenario, ...asked, server: server.origin + path, peer: `${peer.origin}/${scenario.key}` };
  });
  const create: Subject = {
    key: 'create',
    what: 'event: create',
    as: 'worker1',
    server: `${server.origin}/api/v1/events`,
    peer: `${peer.origin}/create`,
    target: CREATE_TARGET,
    body: () => JSON.stringify(report()),
  };
  const isWanted = !options.only || options.only.includes('create');
  const lines: Line[] = [];
  for (const subject of [...reads, ...(isWanted ? [create] : [])]) {
    const same = subject === create ? undefined : await isSame(subject, tokenOf(people, subject.as));
    for (const connections of options.connections) {
      const line = await rounds(measuring, subject, connections);
      lines.push({ ...line, ...(same === undefined ? {} : { same }) });
      say(describe(lines.at(-1)));
    }
  }
  return lines;
}

async function rounds({ people, plan, peer, options }: Measuring, subject: Subject, connections: number): Promise<Line> {
  const shot = { token: tokenOf(people, subject.as), connections, seconds: options.seconds, ...(subject.body ? { body: subject.body } : {}) };
  const [servers, peers]: Measured[][] = [[], []];
  const warmUp = Math.min(1, options.seconds);
  await fire({ ...shot, url: subject.server, seconds: warmUp });
  await fire({ ...shot, url: subject.peer, seconds: warmUp });
  for (let round = 0; round < options.rounds; round += 1) {
    servers?.push(await fire({ ...shot, url: subject.server }));
    peers?.push(await fire({ ...shot, url: subject.peer }));
  }
  const statements = plan.statements[subject.key] ?? [];
  const seconds = Math.min(4, options.seconds);
  const raw = subject.key === 'create' ? 0 : await rawRate(plan.databaseUrl, statements, connections, seconds);
  const empty = await fire({ token: shot.token, connections, seconds, url: `${peer.origin}/empty` });
  const of = (pick: (one: Measured) => number) => median((servers ?? []).map(pick));
  return {
    key: subject.key,
    what: subject.what,
    connections,
    server: of(({ rate }) => rate),
    peer: median((peers ?? []).map(({ rate }) => rate)),
    raw,
    empty: empty.rate,
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    failures: [...(servers ?? []), ...(peers ?? [])].reduce((sum, { failures }) => sum + failures, 0),
    generator: of(({ generator }) => generator),
    ...(subject.target === undefined ? {} : { target: subject.target }),
  };
}

/** Instants of the answer itself, sealed cursors and what the peer leaves out apart, both must say the same. */
async function isSame({ server, peer, body }: Subject, token: string): Promise<boolean> {
  const init = body && { method: 'POST', body: JSON.parse(body()) };
  const [ours, theirs] = [await ask('', server, token, init), await ask('', peer, token, init)].map((answer) =>
    JSON.parse(JSON.stringify(answer), (name, value: unknown) => (LEFT_OUT.has(name) ? undefined : value)),
  );
  return isDeepStrictEqual(ours, theirs);
}
const LEFT_OUT = new Set(['asOf', 'nextCursor', 'light']);

const describe = (line: Line | undefined): string =>
  line
    ? `${line.key} ×${line.connections}: server ${line.server}/s, peer ${line.peer}/s = ${(line.server / line.peer).toFixed(2)}` +
      ` (target ${line.target ?? '–'}), raw ${line.raw}/s, peer costs ${peerCost(line)?.toFixed(2) ?? '–'}, p99 ${line.p99} ms, same ${line.same ?? '–'}, failures ${line.failures}`
    : '';

/** What the peer costs beside an empty route and the bare SQL together: it counts as hand-written up to 1.1. */
export const peerCost = ({ peer, raw, empty }: Line): number | undefined => (raw > 0 && peer > 0 ? 1 / peer / (1 / empty + 1 / raw) : undefined);
