import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type ErrorCode, ErrorCode as ErrorCodes, IMPORT_AT_ONCE } from '@wangge/contracts';
import { hasPermission } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { ApiProblem } from '../../platform/http/errors.js';
import { TaskError } from '../../platform/work/task-thread.js';
import { WorkGate } from '../../platform/work/work-gate.js';
import { AccountViewers } from '../accounts/index.js';
import { ImportApply } from './import-apply.js';
import { ImportCheck } from './import-check.js';
import { ImportJob, RecheckError, StoppedError } from './import-job.js';
import type { StoredImport } from './import-row.js';
import { ImportsRepository, type Lease, type Move } from './imports.repository.js';

const LEASE_MS = 15_000;
const HEARTBEAT_MS = 3_000;
const POLL_MS = 5_000;
const FORGET_MS = 3_600_000;

/** A phase of an import under way in this process. */
export interface RunningImport {
  readonly finished: Promise<void>;
  readonly large: Promise<void>;
}

/**
 * Carries imports through their phases, two at a time. Each is leased for a few seconds and the lease renewed: what a
 * process leaves behind when it dies, another (or the same, started again) takes up from the begin of the phase.
 */
@Injectable()
export class ImportRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('imports');
  private readonly gate = new WorkGate(2, 50);
  private readonly running = new Map<string, RunningImport & { readonly job: ImportJob }>();
  private timers: NodeJS.Timeout[] = [];
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly imports: ImportsRepository,
    private readonly viewers: AccountViewers,
    private readonly check: ImportCheck,
    private readonly apply: ImportApply,
    private readonly clock: SystemClock,
  ) {}

  onApplicationBootstrap(): void {
    this.timers = [
      setInterval(() => void this.takeUp().catch((error) => this.warn('taking up', error)), POLL_MS),
      setInterval(() => void this.forget().catch((error) => this.warn('forgetting', error)), FORGET_MS),
    ];
    void this.forget().catch((error) => this.warn('forgetting', error));
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    for (const timer of this.timers) clearInterval(timer);
    for (const { job } of this.running.values()) job.isStopping = true;
    await Promise.all([...this.running.values()].map(({ finished }) => finished));
  }

  /** Rows dealt with, where this process is at it. */
  progress(id: string): number | undefined {
    return this.running.get(id)?.job.done;
  }

  /** Begins the phase the import is in, unless somebody is at it. */
  start(id: string): RunningImport {
    const known = this.running.get(id);
    if (known) return known;
    const job = new ImportJob(IMPORT_AT_ONCE);
    const finished = this.gate
      .run(() => this.run(id, job))
      .catch((error) => this.warn('an import', error))
      .finally(() => this.running.delete(id));
    const started = { finished, large: job.large, job };
    this.running.set(id, started);
    return started;
  }

  private async run(id: string, job: ImportJob): Promise<void> {
    const lease = randomUUID();
    const given = await this.database.as({ kind: 'job' }, (tx) => this.imports.lease(tx, id, this.until(lease), this.now()));
    if (!given) return;
    const heartbeat = this.beat(id, lease, job);
    try {
      await this.runPhase(given, job);
    } catch (error) {
      await this.settle(given, lease, error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  /** One beat at a time: on the embedded database it waits for the very import it is about. */
  private beat(id: string, lease: string, job: ImportJob): NodeJS.Timeout {
    let isBeating = false;
    return setInterval(() => {
      if (isBeating) return;
      isBeating = true;
      void this.keep(id, lease, job.done).finally(() => {
        isBeating = false;
      });
    }, HEARTBEAT_MS);
  }

  private async runPhase(given: StoredImport, job: ImportJob): Promise<void> {
    const viewer = await this.viewers.find(given.accountId);
    // Whoever lost the right meanwhile stores nothing.
    if (!viewer || !hasPermission(viewer, 'register.import')) {
      await this.move({ id: given.id, from: given.state, to: 'failed', at: this.now(), problem: 'permission.denied' });
    } else if (given.state === 'checking') await this.check.run(given, viewer, job);
    else await this.apply.run(given, viewer, job);
  }

  /** Every end of a phase that is not its own: stopped, to be tried again, refused, failed. */
  private async settle(given: StoredImport, lease: string, error: unknown): Promise<void> {
    const { id, state: from } = given;
    const at = this.now();
    if (error instanceof StoppedError) {
      await this.database.as({ kind: 'job' }, (tx) => this.imports.giveBack(tx, id, lease));
    } else if (error instanceof RecheckError) {
      await this.move({ id, from, to: 'checking', at });
    } else {
      const refusal = refusalOf(error);
      // A register that was closed or changed since says so itself.
      const problem = refusal ?? (error instanceof ApiProblem ? error.code : 'server.failed');
      if (problem === 'server.failed') this.warn(`the phase ${from}`, error);
      await this.move({ id, from, to: refusal ? 'refused' : 'failed', at, problem });
    }
  }

  private move(move: Move): Promise<boolean> {
    return this.database.as({ kind: 'job' }, (tx) => this.imports.move(tx, move));
  }

  private async keep(id: string, lease: string, done: number): Promise<void> {
    try {
      await this.database.as({ kind: 'job' }, (tx) => this.imports.keep(tx, id, this.until(lease), done));
    } catch {
      // The embedded database is busy with this very import; the next beat may come through.
    }
  }

  private async takeUp(): Promise<void> {
    if (this.isStopping || this.running.size > 0) return;
    const waiting = await this.database.as({ kind: 'job' }, (tx) => this.imports.waiting(tx, this.now()));
    for (const id of waiting) this.start(id);
  }

  private forget(): Promise<void> {
    return this.database.as({ kind: 'job' }, (tx) => this.imports.forget(tx, this.now()));
  }

  private until(id: string): Lease {
    return { id, until: new Date(this.clock.now().getTime() + LEASE_MS).toISOString() };
  }

  private now(): string {
    return this.clock.now().toISOString();
  }

  /** Names of errors only: a message may quote what a row says. */
  private warn(what: string, error: unknown): void {
    this.logger.error(`${what} failed: ${error instanceof Error ? error.name : 'unknown'}`, stackOf(error));
  }
}

/** A file's own fault has a word, which is an error of the contract. */
function refusalOf(error: unknown): ErrorCode | undefined {
  const parsed = ErrorCodes.safeParse(error instanceof TaskError && error.fault ? `import.${error.fault}` : undefined);
  return parsed.success ? parsed.data : undefined;
}

const stackOf = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => line.startsWith('    at '))
        .slice(0, 6)
        .join('\n')
    : '';
