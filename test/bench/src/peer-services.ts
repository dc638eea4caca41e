import type { Viewer } from '@wangge/domain';
import type pg from 'pg';
import { EventFinding } from '../../../apps/api/dist/features/events/event-finding.service.js';
import { BoundaryMemory } from '../../../apps/api/dist/features/grid/boundary-memory.js';
import { GridsRepository } from '../../../apps/api/dist/features/grid/grids.repository.js';
import { GridsService } from '../../../apps/api/dist/features/grid/grids.service.js';
import { BoardEventsRepository } from '../../../apps/api/dist/features/indicators/board-events.repository.js';
import { BoardService } from '../../../apps/api/dist/features/indicators/board.service.js';
import { CountersRepository } from '../../../apps/api/dist/features/indicators/counters.repository.js';
import { PlacesRepository } from '../../../apps/api/dist/features/indicators/places.repository.js';
import { SearchService } from '../../../apps/api/dist/features/picture/search.service.js';
import { OwnRegistersRepository } from '../../../apps/api/dist/features/registers/definitions/own-registers.repository.js';
import { RecordFinding } from '../../../apps/api/dist/features/registers/record-finding.service.js';
import type { RecordCells } from '../../../apps/api/dist/features/registers/record-cells.js';
import { RecordTitles } from '../../../apps/api/dist/features/registers/record-titles.js';
import { RecordSearch } from '../../../apps/api/dist/features/registers/record-search.js';
import { RegisterBackings } from '../../../apps/api/dist/features/registers/register-backings.js';
import { RegisterCatalogue } from '../../../apps/api/dist/features/registers/register-catalogue.js';
import { ValueRules } from '../../../apps/api/dist/features/registers/value-rules.js';

interface Borrowed {
  readonly board: (viewer: Viewer) => Promise<unknown>;
  readonly find: (viewer: Viewer, words: string) => Promise<unknown>;
}

const clock = { now: () => new Date() };

/** The dashboard and the search ask too much for a hand-written copy: the peer runs the server's own, over bare connections. */
export function borrowedServices(pool: pg.Pool, cells: RecordCells, className: (code: string | null) => string | null): Borrowed {
  const as = async <T>(_lens: unknown, work: (tx: unknown) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    const query = async ({ name, text }: { name: string; text: string }, values: unknown[] = []) => (await client.query({ name, text, values })).rows;
    return work({ query, become: async () => undefined }).finally(() => client.release());
  };
  const bare = { as, atOnce: as };
  const standards = { of: () => ({ findName: className }) };
  const boardParts = [bare, new CountersRepository(), new PlacesRepository(), new BoardEventsRepository(), standards, clock];
  const boards: BoardService = Reflect.construct(BoardService, boardParts);
  const rules: ValueRules = Reflect.construct(ValueRules, [clock, { demo: true }]);
  const records: RecordFinding = Reflect.construct(RecordFinding, [bare, new RecordSearch(cells, rules), new RecordTitles(cells), Reflect.construct(RegisterCatalogue, [bare, new OwnRegistersRepository(), new RegisterBackings()])]);
  const events: EventFinding = Reflect.construct(EventFinding, [bare, { className }, clock]);
  const grids: GridsService = Reflect.construct(GridsService, [bare, new GridsRepository(), undefined, new BoundaryMemory()]);
  const search = new SearchService(records, events, grids);
  return { board: (viewer) => boards.board(viewer, '230302'), find: (viewer, words) => search.find(viewer, words) };
}
