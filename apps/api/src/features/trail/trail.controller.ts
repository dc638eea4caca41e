import { Controller, Res } from '@nestjs/common';
import { auditApi, type InputOf } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import type { FastifyReply } from 'fastify';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import { sendWorkbook } from '../../platform/http/send-workbook.js';
import { TrailService } from './trail.service.js';
import { VerificationsService } from './verifications.service.js';

@Controller()
export class TrailController {
  constructor(
    private readonly trail: TrailService,
    private readonly verifications: VerificationsService,
  ) {}

  @Endpoint(auditApi.list)
  list(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof auditApi.list>) {
    return this.trail.list(viewer, query);
  }

  @Endpoint(auditApi.get)
  get(@CurrentViewer() viewer: Viewer, @Input() { params, query }: InputOf<typeof auditApi.get>) {
    return this.trail.get(viewer, params.position, query.district);
  }

  @Endpoint(auditApi.verify)
  verify(@CurrentViewer() viewer: Viewer) {
    return this.verifications.start(viewer);
  }

  @Endpoint(auditApi.verification)
  async verification(@CurrentViewer() viewer: Viewer) {
    return { verification: await this.verifications.latest(viewer) };
  }

  @Endpoint(auditApi.export)
  async export(
    @CurrentViewer() viewer: Viewer,
    @Input() { query: { language, screen: _, ...filter } }: InputOf<typeof auditApi.export>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.trail.export(viewer, filter, language);
    await sendWorkbook(reply, file, filter.district ?? viewer.districtCode);
  }
}
