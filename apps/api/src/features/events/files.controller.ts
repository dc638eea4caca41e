import { Controller, Req, Res } from '@nestjs/common';
import { filesApi, type InputOf } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import type { FastifyReply } from 'fastify';
import { FileIntake } from '../../platform/files/index.js';
import { bodyStream } from '../../platform/http/body-stream.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import type { ApiRequest } from '../../platform/http/request.js';
import { EventFiles } from './event-files.service.js';

@Controller()
export class FilesController {
  constructor(
    private readonly intake: FileIntake,
    private readonly files: EventFiles,
  ) {}

  @Endpoint(filesApi.put)
  put(@CurrentViewer() viewer: Viewer, @Input() { params, query }: InputOf<typeof filesApi.put>, @Req() request: ApiRequest) {
    return this.intake.put(viewer.accountId, params.sha256, query.offset, bodyStream(request));
  }

  @Endpoint(filesApi.state)
  state(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof filesApi.state>) {
    return this.intake.state(viewer.accountId, params.sha256);
  }

  /** Content never changes under its hash, but who may see it does: browsers keep it for themselves and ask again. */
  @Endpoint(filesApi.get)
  async get(
    @CurrentViewer() viewer: Viewer,
    @Input() { params, query }: InputOf<typeof filesApi.get>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { stream, size } = await this.files.open(viewer, params.sha256, query.size);
    await reply
      .header('content-type', 'image/jpeg')
      .header('content-length', size)
      .header('cache-control', 'private, no-cache')
      .header('x-content-type-options', 'nosniff')
      .header('content-disposition', 'inline')
      .send(stream);
  }
}
