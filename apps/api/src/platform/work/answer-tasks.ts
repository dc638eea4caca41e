import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { TaskFailure, TaskReply } from './task-thread.js';

type Task = (input: never) => unknown;
type Request = { readonly id: number; readonly task: string; readonly input: never };

/** On Linux this is the thread's own: what waits for an answer goes before what is done in the background. */
function stepBack(): void {
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
}

/** In a thread: answers each request by the task of its name, one after the other. */
export function answerTasks(tasks: Readonly<Record<string, Task>>): void {
  const port = parentPort;
  if (!port) throw new Error('this is no thread');
  stepBack();
  let last = Promise.resolve();
  port.on('message', (request: Request) => {
    last = last.then(async () => port.postMessage(await reply(tasks, request)));
  });
}

async function reply(tasks: Readonly<Record<string, Task>>, { id, task, input }: Request): Promise<TaskReply> {
  try {
    const run = tasks[task];
    if (!run) throw new Error(`no task ${task}`);
    return { id, value: await run(input) };
  } catch (error) {
    return { id, error: failureOf(error) };
  }
}

function failureOf(error: unknown): TaskFailure {
  if (!(error instanceof Error)) return { name: 'Error', message: 'unknown' };
  const fault = 'fault' in error && typeof error.fault === 'string' ? { fault: error.fault } : {};
  return { name: error.name, message: error.message.slice(0, 200), ...fault };
}
