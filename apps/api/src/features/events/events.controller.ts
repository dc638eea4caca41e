import { Controller } from '@nestjs/common';
import { eventsApi, type InputOf } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import { EventActions } from './event-actions.service.js';
import { EventReports } from './event-reports.service.js';
import { EventsService } from './events.service.js';

@Controller()
export class EventsController {
  constructor(
    private readonly events: EventsService,
    private readonly reports: EventReports,
    private readonly actions: EventActions,
  ) {}

  @Endpoint(eventsApi.list)
  list(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof eventsApi.list>) {
    return this.events.list(viewer, query);
  }

  @Endpoint(eventsApi.queues)
  queues(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof eventsApi.queues>) {
    return this.events.queues(viewer, query);
  }

  @Endpoint(eventsApi.areas)
  areas(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof eventsApi.areas>) {
    return this.events.areas(viewer, query.parent);
  }

  @Endpoint(eventsApi.map)
  map(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof eventsApi.map>) {
    return this.events.map(viewer, query);
  }

  @Endpoint(eventsApi.report)
  report(@CurrentViewer() viewer: Viewer, @Input() { body }: InputOf<typeof eventsApi.report>) {
    return this.reports.report(viewer, body);
  }

  @Endpoint(eventsApi.get)
  get(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof eventsApi.get>) {
    return this.events.get(viewer, params.id);
  }

  @Endpoint(eventsApi.nearby)
  nearby(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof eventsApi.nearby>) {
    return this.events.nearby(viewer, params.id);
  }

  @Endpoint(eventsApi.workers)
  workers(@CurrentViewer() viewer: Viewer, @Input() input: InputOf<typeof eventsApi.workers>) {
    return this.events.listWorkers(viewer, input);
  }

  @Endpoint(eventsApi.act)
  act(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof eventsApi.act>) {
    return this.actions.act(viewer, params.id, body);
  }
}
