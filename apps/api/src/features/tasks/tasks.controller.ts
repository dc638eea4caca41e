import { Controller } from '@nestjs/common';
import { type InputOf, tasksApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import { TasksService } from './tasks.service.js';

@Controller()
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Endpoint(tasksApi.mine)
  mine(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof tasksApi.mine>) {
    return this.tasks.mine(viewer, query.state);
  }
}
