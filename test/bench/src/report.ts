import { writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import { type Line, peerCost } from './measure.js';
import type { PolicyCost } from './raw.js';

export interface SizeResult {
  readonly size: { readonly events: number; readonly residents: number; readonly grids: number };
  readonly cpu: Readonly<Record<string, number>>;
  readonly lines?: readonly Line[];
  readonly policies?: Readonly<Record<string, PolicyCost>>;
  readonly memory?: number | undefined;
  readonly startMs?: number;
}
export interface BenchResult {
  readonly command: string;
  readonly at: string;
  readonly seconds: number;
  readonly rounds: number;
  readonly sizes: readonly SizeResult[];
}

export function writeResult(result: BenchResult, out: string | undefined, say: (line: string) => void): void {
  const text = describe(result);
  if (out === undefined) {
    say(text);
    return;
  }
  writeFileSync(path.join(out, 'bench.md'), text);
  writeFileSync(path.join(out, 'bench.json'), `${JSON.stringify(result, null, 1)}\n`);
  say(`${path.join(out, 'bench.md')} and bench.json were written`);
}

function describe(result: BenchResult): string {
  return [...opening(result), ...rates(result), ...growth(result), ...policies(result), ...costs(result), ''].join('\n');
}

const opening = ({ command, at, seconds, rounds, sizes }: BenchResult): string[] => {
  const last = sizes.at(-1)?.size;
  return [
    '# Bench',
    '',
    `\`${command}\`, ${at}: ${availableParallelism()} processors, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, Node ${process.versions.node}.`,
    `${last?.events} events and ${last?.residents} residents. Over HTTP with sign-in, scope and audit on; ${rounds} alternating rounds of ${seconds} s, medians.`,
    'Server, peer, database and load generator share the processors, and whatever else the machine does: figures of one run compare with each other, not with another machine.',
    '',
    'The **peer** is Fastify and pg by hand: it verifies the same token, runs the same SQL (recorded from the server) and returns the same JSON, past all policies, without sessions, validation and audit. Its **cost** is told beside an empty Fastify route and the bare SQL together; up to 1.1 it counts as lean.',
    '',
  ];
};

function rates({ sizes }: BenchResult): string[] {
  const lines = sizes.at(-1)?.lines ?? [];
  const row = (line: Line) => {
    const ratio = line.server / line.peer;
    const mark = line.target === undefined || line.connections !== 8 ? '' : ratio >= line.target ? ' ✓' : ' ✗';
    const cost = peerCost(line)?.toFixed(2) ?? '–';
    return `| ${line.what} | ${line.connections} | ${line.server} | ${line.peer} | ${ratio.toFixed(2)}${mark} | ${line.target ?? '–'} | ${line.raw || '–'} | ${cost} | ${line.p50} | ${line.p99} | ${line.generator} | ${line.same === false ? 'no' : line.same ? 'yes' : '–'} | ${line.failures} |`;
  };
  return [
    '## Requests a second',
    '',
    '| request | connections | server | peer | share | asked | bare SQL | peer’s cost | p50 ms | p99 ms | generator CPU | same JSON | failures |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|---:|',
    ...lines.map(row),
    '',
  ];
}

function growth({ sizes }: BenchResult): string[] {
  const [before, after] = [sizes.at(-2), sizes.at(-1)];
  if (!before || !after) return [];
  const row = ([key, cpu]: [string, number]) => {
    const earlier = before.cpu[key] ?? Number.NaN;
    return `| ${key} | ${earlier.toFixed(2)} | ${cpu.toFixed(2)} | ${(cpu / earlier).toFixed(2)}${cpu / earlier <= 1.5 ? ' ✓' : ' ✗'} |`;
  };
  const name = ({ events, residents }: SizeResult['size']) => `${events} events, ${residents} residents`;
  return [
    '## Growth: milliseconds of database CPU a request',
    '',
    `| request | ${name(before.size)} | ${name(after.size)} | times (≤ 1.5 asked) |`,
    '|---|---:|---:|---:|',
    ...Object.entries(after.cpu).map(row),
    '',
  ];
}

function policies({ sizes }: BenchResult): string[] {
  const found = Object.entries(sizes.at(-1)?.policies ?? {});
  const row = ([key, { bare, transaction, policies: on }]: [string, PolicyCost]) => {
    const cost = on / transaction - 1;
    return `| ${key} | ${bare.toFixed(3)} | ${transaction.toFixed(3)} | ${on.toFixed(3)} | ${(cost * 100).toFixed(1)} %${cost <= 0.1 ? ' ✓' : ' ✗'} |`;
  };
  return [
    '## What the walls cost: milliseconds of one request’s SQL on one connection',
    '',
    '| request | statements alone | with begin, role, scope, commit | and policies | policies (≤ 10 % asked) |',
    '|---|---:|---:|---:|---:|',
    ...found.map(row),
    '',
  ];
}

function costs({ sizes }: BenchResult): string[] {
  const { memory, startMs } = sizes.at(-1) ?? {};
  const mark = (value: number | undefined, most: number) => (value === undefined ? '–' : value <= most ? `${value} ✓` : `${value} ✗`);
  return [
    '## Memory and start',
    '',
    `- Resident memory of the server after the load: ${mark(memory, 250)} MiB (250 asked).`,
    `- First answer after the start, on data that is there: ${mark(startMs, 2000)} ms (2,000 asked).`,
  ];
}
