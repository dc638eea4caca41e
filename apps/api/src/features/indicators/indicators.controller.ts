import { Controller } from '@nestjs/common';
import { type InputOf, indicatorsApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import { BoardService } from './board.service.js';
import { IndicatorsService } from './indicators.service.js';

@Controller()
export class IndicatorsController {
  constructor(
    private readonly boards: BoardService,
    private readonly indicators: IndicatorsService,
  ) {}

  @Endpoint(indicatorsApi.board)
  board(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof indicatorsApi.board>) {
    return this.boards.board(viewer, query.scope);
  }

  @Endpoint(indicatorsApi.list)
  list(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof indicatorsApi.list>) {
    return this.indicators.list(viewer, query);
  }
}
