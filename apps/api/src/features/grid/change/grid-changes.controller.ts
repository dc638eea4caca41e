import { Controller } from '@nestjs/common';
import { gridChangesApi, type InputOf } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../../platform/http/endpoint.guard.js';
import { GridChangesService } from './grid-changes.service.js';

@Controller()
export class GridChangesController {
  constructor(private readonly changes: GridChangesService) {}

  @Endpoint(gridChangesApi.check)
  check(@CurrentViewer() viewer: Viewer, @Input() { body }: InputOf<typeof gridChangesApi.check>) {
    return this.changes.check(viewer, body);
  }

  @Endpoint(gridChangesApi.draftMoves)
  draftMoves(@CurrentViewer() viewer: Viewer, @Input() { body }: InputOf<typeof gridChangesApi.draftMoves>) {
    return this.changes.draftMoves(viewer, body);
  }

  @Endpoint(gridChangesApi.plan)
  plan(@CurrentViewer() viewer: Viewer, @Input() { body }: InputOf<typeof gridChangesApi.plan>) {
    return this.changes.plan(viewer, body);
  }

  @Endpoint(gridChangesApi.list)
  list(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof gridChangesApi.list>) {
    return this.changes.list(viewer, query);
  }

  @Endpoint(gridChangesApi.get)
  get(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof gridChangesApi.get>) {
    return this.changes.get(viewer, params.id);
  }

  @Endpoint(gridChangesApi.moves)
  moves(@CurrentViewer() viewer: Viewer, @Input() { params, query }: InputOf<typeof gridChangesApi.moves>) {
    return this.changes.moves(viewer, params.id, query);
  }

  @Endpoint(gridChangesApi.undo)
  undo(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof gridChangesApi.undo>) {
    return this.changes.undo(viewer, params.id, body.version);
  }
}
