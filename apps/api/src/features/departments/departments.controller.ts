import { Controller } from '@nestjs/common';
import { departmentsApi, type InputOf, type ReplyOf } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import { DepartmentsService } from './departments.service.js';

@Controller()
export class DepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  @Endpoint(departmentsApi.list)
  async list(@CurrentViewer() viewer: Viewer): Promise<ReplyOf<typeof departmentsApi.list>> {
    return { items: await this.departments.list(viewer) };
  }

  @Endpoint(departmentsApi.dissolve)
  dissolve(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof departmentsApi.dissolve>) {
    return this.departments.dissolve(viewer, params.id);
  }
}
