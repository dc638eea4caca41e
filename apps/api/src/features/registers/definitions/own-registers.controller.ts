import { Controller } from '@nestjs/common';
import { type InputOf, ownRegistersApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../../platform/http/endpoint.guard.js';
import { OwnRegistersService } from './own-registers.service.js';
import { RegisterPublishing } from './register-publishing.service.js';

/** The definitions of a district's own registers. Their records are read and written as those of any register. */
@Controller()
export class OwnRegistersController {
  constructor(
    private readonly registers: OwnRegistersService,
    private readonly publishing: RegisterPublishing,
  ) {}

  @Endpoint(ownRegistersApi.list)
  list(@CurrentViewer() viewer: Viewer) {
    return this.registers.list(viewer);
  }

  @Endpoint(ownRegistersApi.similar)
  similar(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof ownRegistersApi.similar>) {
    return this.registers.similar(viewer, query);
  }

  @Endpoint(ownRegistersApi.create)
  create(@CurrentViewer() viewer: Viewer, @Input() { body }: InputOf<typeof ownRegistersApi.create>) {
    return this.registers.create(viewer, body);
  }

  @Endpoint(ownRegistersApi.get)
  get(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof ownRegistersApi.get>) {
    return this.registers.get(viewer, params.register);
  }

  @Endpoint(ownRegistersApi.change)
  change(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof ownRegistersApi.change>) {
    return this.registers.change(viewer, params.register, body);
  }

  @Endpoint(ownRegistersApi.publish)
  publish(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof ownRegistersApi.publish>) {
    return this.publishing.publish(viewer, params.register, body);
  }

  @Endpoint(ownRegistersApi.close)
  close(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof ownRegistersApi.close>) {
    return this.publishing.close(viewer, params.register, body);
  }

  @Endpoint(ownRegistersApi.remove)
  remove(@CurrentViewer() viewer: Viewer, @Input() { params, query }: InputOf<typeof ownRegistersApi.remove>) {
    return this.publishing.remove(viewer, params.register, query.revision);
  }

  @Endpoint(ownRegistersApi.versions)
  versions(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof ownRegistersApi.versions>) {
    return this.registers.versions(viewer, params.register);
  }
}
