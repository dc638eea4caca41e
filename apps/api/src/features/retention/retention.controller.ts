import { Controller } from '@nestjs/common';
import { type InputOf, retentionApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import { RetentionRules } from './retention-rules.service.js';
import { RetentionRuns } from './retention-runs.service.js';

@Controller()
export class RetentionController {
  constructor(
    private readonly rules: RetentionRules,
    private readonly runs: RetentionRuns,
  ) {}

  @Endpoint(retentionApi.rules)
  list(@CurrentViewer() viewer: Viewer) {
    return this.rules.list(viewer);
  }

  @Endpoint(retentionApi.change)
  change(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof retentionApi.change>) {
    return this.rules.change(viewer, params.rule, body);
  }

  @Endpoint(retentionApi.versions)
  versions(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof retentionApi.versions>) {
    return this.rules.versions(viewer, params.rule);
  }

  @Endpoint(retentionApi.start)
  start(@CurrentViewer() viewer: Viewer, @Input() { body }: InputOf<typeof retentionApi.start>) {
    return this.runs.start(viewer, body);
  }

  @Endpoint(retentionApi.runs)
  listRuns(@CurrentViewer() viewer: Viewer) {
    return this.runs.list(viewer);
  }
}
