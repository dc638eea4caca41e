import { Injectable } from '@nestjs/common';
import type { CollectionRow, CollectionSummary, CollectionView } from '@wangge/contracts';
import { type Lens, type Viewer } from '@wangge/domain';
import { Database, type Transaction } from '../../platform/database/index.js';
import { notFound } from '../../platform/http/errors.js';
import { mayAt, recordLens, recordListLens, RegisterCatalogue } from '../registers/index.js';
import { fieldsOf, planOf } from './collection-plan.js';
import { CollectionRows } from './collection-rows.js';
import { CollectionsRepository } from './collections.repository.js';
import { CollectionWorkers } from './collection-workers.js';
import { namesOf, type StoredCollection, toSummary } from './stored-collection.js';

/** Reading tables: their progress, and their rows as the registers have them now. */
@Injectable()
export class CollectionsService {
  constructor(
    private readonly database: Database,
    private readonly collections: CollectionsRepository,
    private readonly rowsOf: CollectionRows,
    private readonly workers: CollectionWorkers,
    private readonly catalogue: RegisterCatalogue,
  ) {}

  async list(viewer: Viewer): Promise<{ items: CollectionSummary[] }> {
    const lens = recordListLens(viewer, undefined, 'collection.make');
    if (!lens) return { items: [] };
    const found = await this.database.as(lens, (tx) => this.collections.list(tx, lens));
    return { items: found.map(toSummary) };
  }

  async get(viewer: Viewer, id: string): Promise<CollectionView> {
    const registers = await this.catalogue.of(viewer);
    return this.shown(viewer, id, async (tx, lens, collection) => {
      const parts = (await this.collections.parts(tx, lens, collection.id)).filter(({ items }) => items > 0);
      const workers = await this.workers.of(tx, parts.map(({ grid_code }) => grid_code));
      return {
        ...toSummary(collection),
        fields: fieldsOf(planOf(registers, collection)),
        parts: parts.map((part) => ({
          id: part.id,
          gridCode: part.grid_code,
          names: namesOf(part),
          items: part.items,
          done: part.done,
          workers: workers.filter(({ gridCode }) => gridCode === part.grid_code).map(({ name }) => name),
        })),
        mayEnd: collection.state === 'open' && mayAt(viewer, 'collection.make', { gridCode: collection.scope }),
      };
    });
  }

  async rows(
    viewer: Viewer,
    id: string,
    { cursor, perPage, gridCode }: { cursor?: string | undefined; perPage: number; gridCode?: string | undefined },
  ): Promise<{ items: CollectionRow[]; nextCursor: string | null }> {
    const registers = await this.catalogue.of(viewer);
    return this.shown(viewer, id, async (tx, _, collection) => {
      const lens = recordListLens(viewer, collection.scope);
      if (!lens) throw notFound();
      await tx.become(lens);
      const page = { after: cursor ?? FIRST, gridCode, most: perPage + 1 };
      const wanted = await this.collections.rows(tx, lens, collection.id, page);
      const items = await this.rowsOf.of(tx, lens, planOf(registers, collection), wanted.slice(0, perPage));
      return { items, nextCursor: wanted.length > perPage ? (wanted[perPage - 1]?.id ?? null) : null };
    });
  }

  private async shown<T>(
    viewer: Viewer,
    id: string,
    work: (tx: Transaction, lens: Lens, collection: StoredCollection) => Promise<T>,
  ): Promise<T> {
    const lens = recordLens(viewer, 'collection.make');
    return this.database.as(lens, async (tx) => {
      const collection = await this.collections.find(tx, lens, id);
      if (!collection) throw notFound();
      return work(tx, lens, collection);
    });
  }
}

const FIRST = '00000000-0000-0000-0000-000000000000';
