import { Controller } from '@nestjs/common';
import { type InputOf, registersApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import { RecordActions } from './record-actions.service.js';
import { RecordChanges } from './record-changes.service.js';
import { RecordCreation } from './record-creation.service.js';
import { RecordReveal } from './record-reveal.service.js';
import { RegistersService } from './registers.service.js';

@Controller()
export class RegistersController {
  constructor(
    private readonly registers: RegistersService,
    private readonly creation: RecordCreation,
    private readonly changes: RecordChanges,
    private readonly actions: RecordActions,
    private readonly revealing: RecordReveal,
  ) {}

  @Endpoint(registersApi.list)
  list(@CurrentViewer() viewer: Viewer) {
    return this.registers.list(viewer);
  }

  @Endpoint(registersApi.records)
  records(@CurrentViewer() viewer: Viewer, @Input() { params, query }: InputOf<typeof registersApi.records>) {
    return this.registers.listRecords(viewer, params.register, query);
  }

  @Endpoint(registersApi.search)
  search(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registersApi.search>) {
    return this.registers.listRecords(viewer, params.register, body);
  }

  @Endpoint(registersApi.get)
  get(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof registersApi.get>) {
    return this.registers.get(viewer, params.register, params.id);
  }

  @Endpoint(registersApi.create)
  create(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registersApi.create>) {
    return this.creation.create(viewer, params.register, body);
  }

  @Endpoint(registersApi.change)
  change(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registersApi.change>) {
    return this.changes.change(viewer, params.register, params.id, body);
  }

  @Endpoint(registersApi.act)
  act(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registersApi.act>) {
    return this.actions.act(viewer, params.register, params.id, body);
  }

  @Endpoint(registersApi.remove)
  remove(@CurrentViewer() viewer: Viewer, @Input() { params, query, body }: InputOf<typeof registersApi.remove>) {
    return this.changes.remove(viewer, params.register, params.id, query.version, body.reason);
  }

  @Endpoint(registersApi.reveal)
  reveal(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registersApi.reveal>) {
    return this.revealing.reveal(viewer, params.register, params.id, body);
  }

  @Endpoint(registersApi.history)
  history(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof registersApi.history>) {
    return this.registers.history(viewer, params.register, params.id);
  }
}
