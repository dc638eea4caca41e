import { Controller } from '@nestjs/common';
import { type InputOf, picturesApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import { PicturesService } from './pictures.service.js';

@Controller()
export class PicturesController {
  constructor(private readonly pictures: PicturesService) {}

  @Endpoint(picturesApi.record)
  record(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof picturesApi.record>) {
    return this.pictures.record(viewer, params.register, params.id);
  }

  @Endpoint(picturesApi.grid)
  grid(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof picturesApi.grid>) {
    return this.pictures.grid(viewer, params.code);
  }
}
