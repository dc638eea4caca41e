import { Controller } from '@nestjs/common';
import { type InputOf, searchApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import { SearchService } from './search.service.js';

@Controller()
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Endpoint(searchApi.find)
  find(@CurrentViewer() viewer: Viewer, @Input() { body }: InputOf<typeof searchApi.find>) {
    return this.search.find(viewer, body.words);
  }
}
