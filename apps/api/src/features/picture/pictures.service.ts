import { Injectable } from '@nestjs/common';
import type { GridPicture, RecordPicture } from '@wangge/contracts';
import { hasPermission, type Viewer } from '@wangge/domain';
import { EventFinding } from '../events/index.js';
import { GridsService } from '../grid/index.js';
import { PlacePictures, RecordPictures, TagCounts } from '../registers/index.js';

/** Metres around a building's or a component's spot in which an event is told to be at it. */
const AT_A_RECORD = 50;

/** Puts together what features know that do not know each other; each part stays behind its own lens. */
@Injectable()
export class PicturesService {
  constructor(
    private readonly grids: GridsService,
    private readonly records: RecordPictures,
    private readonly places: PlacePictures,
    private readonly events: EventFinding,
    private readonly tags: TagCounts,
  ) {}

  async record(viewer: Viewer, register: string, id: string): Promise<RecordPicture> {
    const around = await this.records.around(viewer, register, id);
    const knowsEvents = around.place !== null && hasPermission(viewer, 'event.read');
    const near = knowsEvents && around.place ? await this.events.near(viewer, around.place.point, AT_A_RECORD) : null;
    return { ...around, looks: { ...around.looks }, events: near && { within: AT_A_RECORD, ...near } };
  }

  async grid(viewer: Viewer, code: string): Promise<GridPicture> {
    await this.grids.get(code);
    const records = hasPermission(viewer, 'register.read') ? await this.places.of(viewer, code) : { registers: null, newest: [] };
    const events = hasPermission(viewer, 'event.read') ? await this.events.ofPlace(viewer, code) : null;
    return { ...records, events, tags: await this.tags.of(viewer, code) };
  }
}
