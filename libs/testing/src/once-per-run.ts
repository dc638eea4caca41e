import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopWhenGone } from './watchdog.js';

const PATIENCE_MS = 120_000;

/** The process of the whole test run: jest's workers are children that talk to it. */
export const RUN_PID = process.send ? process.ppid : process.pid;

/**
 * Makes something dear once for a whole test run, in whichever worker needs it first; the others wait for it and
 * get what it returned. What is kept is a JSON value, in a folder that goes away with the run.
 */
export async function oncePerRun(name: string, make: () => Promise<unknown>): Promise<unknown> {
  const result = path.join(runFolder(), `${name}.json`);
  if (claim(path.join(runFolder(), `${name}.claim`))) {
    const outcome = await outcomeOf(make);
    writeFileSync(`${result}.part`, JSON.stringify(outcome));
    renameSync(`${result}.part`, result);
  }
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    if (existsSync(result)) return unwrap(name, JSON.parse(readFileSync(result, 'utf8')));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${name} was not made in time by another worker of this test run`);
}

type Outcome = { readonly value?: unknown; readonly failure?: string };

async function outcomeOf(make: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { value: await make() };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function unwrap(name: string, { value, failure }: Outcome): unknown {
  if (failure !== undefined) throw new Error(`${name} could not be made: ${failure}`);
  return value;
}

/** A folder that goes away with the run, also when the run was killed. */
export function runFolder(): string {
  const folder = path.join(tmpdir(), `wangge-test-run-${RUN_PID}${birthOf(RUN_PID)}`);
  if (claim(folder)) stopWhenGone({ watched: RUN_PID, server: RUN_PID, folder });
  return folder;
}

/** Where the system says it, when a process began: after a restart of the machine its number comes again. */
function birthOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return `-${boot}-${status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return '';
  }
}

/** Making a folder is the one thing only one of several processes can do. */
function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
