import { Controller } from '@nestjs/common';
import { collectionsApi, type InputOf } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import { CollectionFilling } from './collection-filling.service.js';
import { CollectionMaking } from './collection-making.service.js';
import { CollectionsService } from './collections.service.js';

@Controller()
export class CollectionsController {
  constructor(
    private readonly collections: CollectionsService,
    private readonly making: CollectionMaking,
    private readonly filling: CollectionFilling,
  ) {}

  @Endpoint(collectionsApi.list)
  list(@CurrentViewer() viewer: Viewer) {
    return this.collections.list(viewer);
  }

  @Endpoint(collectionsApi.similar)
  similar(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof collectionsApi.similar>) {
    return this.making.similar(viewer, query);
  }

  @Endpoint(collectionsApi.preview)
  preview(@CurrentViewer() viewer: Viewer, @Input() { body }: InputOf<typeof collectionsApi.preview>) {
    return this.making.preview(viewer, body);
  }

  @Endpoint(collectionsApi.make)
  async make(@CurrentViewer() viewer: Viewer, @Input() { body }: InputOf<typeof collectionsApi.make>) {
    return this.collections.get(viewer, await this.making.make(viewer, body));
  }

  @Endpoint(collectionsApi.part)
  part(@CurrentViewer() viewer: Viewer, @Input() { params, query }: InputOf<typeof collectionsApi.part>) {
    return this.filling.part(viewer, params.id, query.cursor);
  }

  @Endpoint(collectionsApi.fill)
  fill(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof collectionsApi.fill>) {
    return this.filling.fill(viewer, params.id, body);
  }

  @Endpoint(collectionsApi.get)
  get(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof collectionsApi.get>) {
    return this.collections.get(viewer, params.id);
  }

  @Endpoint(collectionsApi.rows)
  rows(@CurrentViewer() viewer: Viewer, @Input() { params, query }: InputOf<typeof collectionsApi.rows>) {
    return this.collections.rows(viewer, params.id, query);
  }

  @Endpoint(collectionsApi.recheck)
  async recheck(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof collectionsApi.recheck>) {
    await this.making.recheck(viewer, params.id);
    return this.collections.get(viewer, params.id);
  }

  @Endpoint(collectionsApi.end)
  async end(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof collectionsApi.end>) {
    await this.making.end(viewer, params.id, body);
    return this.collections.get(viewer, params.id);
  }
}
