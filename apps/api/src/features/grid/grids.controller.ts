import { Controller } from '@nestjs/common';
import { gridsApi, type InputOf, type ReplyOf } from '@wangge/contracts';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { Input } from '../../platform/http/endpoint.guard.js';
import { GridsService } from './grids.service.js';

@Controller()
export class GridsController {
  constructor(private readonly grids: GridsService) {}

  @Endpoint(gridsApi.list)
  list(@Input() { query }: InputOf<typeof gridsApi.list>): Promise<ReplyOf<typeof gridsApi.list>> {
    return this.grids.list(query);
  }

  @Endpoint(gridsApi.locate)
  locate(@Input() { query }: InputOf<typeof gridsApi.locate>): Promise<ReplyOf<typeof gridsApi.locate>> {
    return this.grids.locate(query);
  }

  @Endpoint(gridsApi.boundaries)
  boundaries(@Input() { query }: InputOf<typeof gridsApi.boundaries>): Promise<ReplyOf<typeof gridsApi.boundaries>> {
    return this.grids.boundaries(query);
  }

  @Endpoint(gridsApi.get)
  get(@Input() { params }: InputOf<typeof gridsApi.get>): Promise<ReplyOf<typeof gridsApi.get>> {
    return this.grids.get(params.code);
  }
}
