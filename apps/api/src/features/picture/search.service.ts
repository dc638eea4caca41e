import { Injectable } from '@nestjs/common';
import type { SearchFound } from '@wangge/contracts';
import { hasPermission, type Viewer } from '@wangge/domain';
import { EventFinding } from '../events/index.js';
import { GridsService } from '../grid/index.js';
import { RecordFinding } from '../registers/index.js';

const GRIDS_SHOWN = 4;
/** One letter is in half of all titles and in most names of grids. */
const LEAST_FOR_TITLES = 2;

/** One box for all that can be found; each part is asked through the viewer's own lens of that part. */
@Injectable()
export class SearchService {
  constructor(
    private readonly records: RecordFinding,
    private readonly events: EventFinding,
    private readonly grids: GridsService,
  ) {}

  async find(viewer: Viewer, words: string): Promise<SearchFound> {
    const isWord = words.length >= LEAST_FOR_TITLES;
    const registers = hasPermission(viewer, 'register.read') ? await this.records.find(viewer, words) : [];
    const events = hasPermission(viewer, 'event.read') && isWord ? await this.events.find(viewer, words) : NO_EVENTS;
    const grids = hasPermission(viewer, 'grid.read') && isWord ? (await this.grids.list({ q: words.slice(0, 40) })).items : [];
    return { registers, events: { ...events, items: [...events.items] }, grids: grids.slice(0, GRIDS_SHOWN) };
  }
}

const NO_EVENTS = { total: 0, totalIs: 'exact', items: [] } as const;
