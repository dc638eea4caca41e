import { Injectable } from '@nestjs/common';
import { dayOf, MINUTE_MS, startOfDay, toInstant, toMillis } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import { TasksRepository } from '../tasks/index.js';
import { CollectionsRepository } from './collections.repository.js';
import { CollectionWorkers } from './collection-workers.js';
import { namesOf, type StoredCollection } from './stored-collection.js';

type Asking = Pick<StoredCollection, 'districtCode' | 'id' | 'title' | 'dueOn'>;

/**
 * One task for each worker of a unit grid with what is missing there, however many records that are: hundreds of tasks in a
 * worker's list would hide the urgent ones among them. Under the job lens.
 */
@Injectable()
export class CollectionTasks {
  constructor(
    private readonly collections: CollectionsRepository,
    private readonly workers: CollectionWorkers,
    private readonly tasks: TasksRepository,
  ) {}

  /** Tasks as they should be now: what is there already stays, and is not made twice. */
  async spread(tx: Transaction, { districtCode, id, title, dueOn }: Asking, at: string): Promise<void> {
    const parts = await this.collections.parts(tx, { kind: 'job' }, id);
    const open = parts.filter(({ items, done }) => done < items);
    const workers = await this.workers.of(tx, open.map(({ grid_code }) => grid_code));
    const wanted = open.flatMap((part) => {
      const { community, grid } = namesOf(part);
      const place = grid.startsWith(community) ? grid : `${community} ${grid}`;
      const start = { kind: 'fill', subjectId: part.id, title, place, lng: part.lng, lat: part.lat } as const;
      return workers.filter(({ gridCode }) => gridCode === part.grid_code).map((worker) => ({ ...start, assigneeId: worker.id }));
    });
    const due = dueOn === null ? null : endOf(dueOn);
    await this.tasks.settle(tx, { districtCode, subjects: parts.map((part) => part.id), wanted, dueAt: due, at });
  }

  async end(tx: Transaction, { districtCode, id }: Pick<Asking, 'districtCode' | 'id'>, at: string): Promise<void> {
    const parts = await this.collections.parts(tx, { kind: 'job' }, id);
    await this.tasks.settle(tx, { districtCode, subjects: parts.map((part) => part.id), wanted: [], dueAt: null, at });
  }

  async finish(tx: Transaction, partId: string, at: string): Promise<void> {
    await this.tasks.finish(tx, partId, at);
  }
}

/** The last minute of a local day. */
function endOf(date: string): string {
  const day = dayOf(toMillis(`${date}T12:00:00+08:00`));
  return toInstant(startOfDay(day + 1) - MINUTE_MS);
}
