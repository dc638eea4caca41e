import { Controller, Res } from '@nestjs/common';
import { exportsApi, type InputOf } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import type { FastifyReply } from 'fastify';
import { Endpoint } from '../../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../../platform/http/endpoint.guard.js';
import { sendWorkbook } from '../../../platform/http/send-workbook.js';
import { ExportsService } from './exports.service.js';

@Controller()
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Endpoint(exportsApi.request)
  request(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof exportsApi.request>) {
    return this.exports.request(viewer, params.register, body);
  }

  @Endpoint(exportsApi.requestTable)
  requestTable(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof exportsApi.requestTable>) {
    return this.exports.requestTable(viewer, params.id, body);
  }

  @Endpoint(exportsApi.list)
  list(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof exportsApi.list>) {
    return this.exports.list(viewer, query.box);
  }

  @Endpoint(exportsApi.get)
  get(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof exportsApi.get>) {
    return this.exports.get(viewer, params.id);
  }

  @Endpoint(exportsApi.decide)
  decide(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof exportsApi.decide>) {
    return this.exports.decide(viewer, params.id, body);
  }

  @Endpoint(exportsApi.withdraw)
  withdraw(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof exportsApi.withdraw>) {
    return this.exports.withdraw(viewer, params.id);
  }

  @Endpoint(exportsApi.file)
  async file(
    @CurrentViewer() viewer: Viewer,
    @Input() { params, query }: InputOf<typeof exportsApi.file>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.exports.file(viewer, params.id, query.language);
    await sendWorkbook(reply, file, query.language === 'zh' ? '导出' : 'export');
  }
}
