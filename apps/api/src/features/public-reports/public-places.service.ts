import { Injectable } from '@nestjs/common';
import type { Boundaries } from '@wangge/contracts';
import { GridsService } from '../grid/index.js';
import { Standards } from '../standards/index.js';

/** What a resident needs to know to place a report: outlines and names, nothing that is anybody's. */
@Injectable()
export class PublicPlaces {
  constructor(
    private readonly grids: GridsService,
    private readonly standards: Standards,
  ) {}

  async map(): Promise<Boundaries> {
    const { items } = await this.grids.list({});
    const districts = await Promise.all(items.map(({ code }) => this.grids.boundaries({ parent: code })));
    return { type: 'FeatureCollection', features: districts.flatMap(({ features }) => features) };
  }

  /** A server of one district asks in its words; one of several in those of the nation. */
  async classes() {
    const [only, another] = (await this.grids.list({})).items;
    const items = this.standards.of(only && !another ? only.code : '').classes().filter(({ retired }) => !retired);
    return { items: items.map(({ code, name }) => ({ code, name })) };
  }
}
