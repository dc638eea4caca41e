import { Controller } from '@nestjs/common';
import { type InputOf, registerTagsApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../../platform/http/endpoint.guard.js';
import { TagReading } from './tag-reading.service.js';
import { TagWriting } from './tag-writing.service.js';

@Controller()
export class TagsController {
  constructor(
    private readonly reading: TagReading,
    private readonly writing: TagWriting,
  ) {}

  @Endpoint(registerTagsApi.list)
  list(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof registerTagsApi.list>) {
    return this.reading.list(viewer, params.register, params.id);
  }

  @Endpoint(registerTagsApi.look)
  look(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registerTagsApi.look>) {
    return this.reading.look(viewer, params.register, params.id, body.reason);
  }

  @Endpoint(registerTagsApi.add)
  add(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registerTagsApi.add>) {
    return this.writing.add(viewer, params.register, params.id, body);
  }

  @Endpoint(registerTagsApi.renew)
  renew(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registerTagsApi.renew>) {
    return this.writing.renew(viewer, params, body);
  }

  @Endpoint(registerTagsApi.end)
  end(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registerTagsApi.end>) {
    return this.writing.end(viewer, params, body);
  }
}
