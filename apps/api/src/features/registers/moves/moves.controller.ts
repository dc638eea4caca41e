import { Controller } from '@nestjs/common';
import { type InputOf, registerMovesApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../../platform/http/endpoint.guard.js';
import { MovesService } from './moves.service.js';

@Controller()
export class MovesController {
  constructor(private readonly moves: MovesService) {}

  @Endpoint(registerMovesApi.move)
  move(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registerMovesApi.move>) {
    return this.moves.move(viewer, params.register, params.id, body);
  }

  @Endpoint(registerMovesApi.list)
  list(@CurrentViewer() viewer: Viewer, @Input() { params, query }: InputOf<typeof registerMovesApi.list>) {
    return this.moves.list(viewer, params.register, query);
  }

  @Endpoint(registerMovesApi.decide)
  decide(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registerMovesApi.decide>) {
    return this.moves.decide(viewer, params.register, params.id, body);
  }
}
