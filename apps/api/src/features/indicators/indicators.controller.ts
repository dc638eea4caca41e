import { Controller } from '@nestjs/common';
import { type InputOf, indicatorsApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import { BoardService } from './board.service.js';
import { IndicatorCases } from './indicator-cases.service.js';
import { IndicatorTables } from './indicator-tables.service.js';
import { IndicatorsService } from './indicators.service.js';

@Controller()
export class IndicatorsController {
  constructor(
    private readonly boards: BoardService,
    private readonly indicators: IndicatorsService,
    private readonly tables: IndicatorTables,
    private readonly behind: IndicatorCases,
  ) {}

  @Endpoint(indicatorsApi.board)
  board(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof indicatorsApi.board>) {
    return this.boards.board(viewer, query.scope);
  }

  @Endpoint(indicatorsApi.table)
  table(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof indicatorsApi.table>) {
    return this.tables.table(viewer, query);
  }

  @Endpoint(indicatorsApi.cases)
  cases(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof indicatorsApi.cases>) {
    return this.behind.list(viewer, query);
  }

  @Endpoint(indicatorsApi.list)
  list(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof indicatorsApi.list>) {
    return this.indicators.list(viewer, query);
  }
}
