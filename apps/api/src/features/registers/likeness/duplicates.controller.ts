import { Controller } from '@nestjs/common';
import { type InputOf, registerDuplicatesApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../../platform/http/endpoint.guard.js';
import { MergesService } from '../merge/merges.service.js';
import { Merging } from '../merge/merging.service.js';
import { Unmerging } from '../merge/unmerging.service.js';
import { PairsService } from './pairs.service.js';
import { SimilarRecordsService } from './similar-records.service.js';

@Controller()
export class DuplicatesController {
  constructor(
    private readonly similarRecords: SimilarRecordsService,
    private readonly pairsOfRecords: PairsService,
    private readonly mergesOfRecords: MergesService,
    private readonly merging: Merging,
    private readonly unmerging: Unmerging,
  ) {}

  @Endpoint(registerDuplicatesApi.similar)
  similar(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registerDuplicatesApi.similar>) {
    return this.similarRecords.similar(viewer, params.register, body);
  }

  @Endpoint(registerDuplicatesApi.pairs)
  pairs(@CurrentViewer() viewer: Viewer, @Input() { params, query }: InputOf<typeof registerDuplicatesApi.pairs>) {
    return this.pairsOfRecords.list(viewer, params.register, query);
  }

  @Endpoint(registerDuplicatesApi.dismiss)
  dismiss(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof registerDuplicatesApi.dismiss>) {
    return this.pairsOfRecords.dismiss(viewer, params.register, params.id);
  }

  @Endpoint(registerDuplicatesApi.compare)
  compare(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof registerDuplicatesApi.compare>) {
    return this.mergesOfRecords.compare(viewer, params.register, params.id, params.other);
  }

  @Endpoint(registerDuplicatesApi.merge)
  merge(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registerDuplicatesApi.merge>) {
    return this.merging.merge(viewer, params.register, params.id, body);
  }

  @Endpoint(registerDuplicatesApi.merges)
  merges(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof registerDuplicatesApi.merges>) {
    return this.mergesOfRecords.list(viewer, params.register, params.id);
  }

  @Endpoint(registerDuplicatesApi.undo)
  undo(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registerDuplicatesApi.undo>) {
    return this.unmerging.undo(viewer, { ...params, ...body });
  }
}
