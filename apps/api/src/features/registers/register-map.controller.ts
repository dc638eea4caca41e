import { Controller } from '@nestjs/common';
import { type InputOf, registerMapApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import { RecordMap } from './record-map.service.js';

@Controller()
export class RegisterMapController {
  constructor(private readonly map: RecordMap) {}

  @Endpoint(registerMapApi.window)
  window(@CurrentViewer() viewer: Viewer, @Input() { params, query }: InputOf<typeof registerMapApi.window>) {
    return this.map.window(viewer, params.register, query.bbox);
  }

  @Endpoint(registerMapApi.select)
  select(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registerMapApi.select>) {
    return this.map.select(viewer, params.register, body.ring);
  }
}
