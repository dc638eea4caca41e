import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { freePort } from '@wangge/testing';

/** Linux counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

export interface Started {
  readonly child: ChildProcess;
  readonly origin: string;
  /** Milliseconds from the start of the process to its first answer. */
  readonly startMs: number;
  /** What it has printed. */
  readonly output: () => string;
}

/** Starts a program of ours that listens on PORT, and waits until `ready` answers. */
export async function startProcess(args: readonly string[], env: Readonly<Record<string, string>>, ready: string): Promise<Started> {
  const port = await freePort();
  const began = performance.now();
  let printed = '';
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const keep = (text: Buffer) => {
    printed = (printed + text.toString()).slice(-20_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`a process ended at its start:\n${printed}`);
    const answer = await fetch(`${origin}${ready}`).catch(() => undefined);
    if (answer?.ok) return { child, origin, startMs: Math.round(performance.now() - began), output: () => printed };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function stopProcess({ child }: Started): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** Resident memory in MiB; undefined where the system does not tell. */
export function memoryOf(pid: number): number | undefined {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}

/** Seconds of processor a process and its children have used. Children that ended count where their parent has seen it. */
export function cpuOf(pid: number): number {
  const own = ticksOf(pid);
  return childrenOf(pid).reduce((sum, child) => sum + ticksOf(child), own) / TICKS_A_SECOND;
}

function ticksOf(pid: number): number {
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  // utime, stime, and both of the children that were waited for.
  return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index] ?? 0), 0);
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((other) => Number(read(`/proc/${other}/stat`).split(') ')[1]?.split(' ')[1]) === pid);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
