import { Controller, Req, Res } from '@nestjs/common';
import { type InputOf, standardBooksApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import type { FastifyReply } from 'fastify';
import { bodyStream } from '../../../platform/http/body-stream.js';
import { Endpoint } from '../../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../../platform/http/endpoint.guard.js';
import type { ApiRequest } from '../../../platform/http/request.js';
import { sendWorkbook } from '../../../platform/http/send-workbook.js';
import { StandardEditions } from './standard-editions.service.js';
import { StandardPublishing } from './standard-publishing.service.js';
import { StandardWorkbooks } from './standard-workbooks.service.js';

@Controller()
export class StandardBooksController {
  constructor(
    private readonly editions: StandardEditions,
    private readonly publishing: StandardPublishing,
    private readonly workbooks: StandardWorkbooks,
  ) {}

  @Endpoint(standardBooksApi.list)
  list(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof standardBooksApi.list>) {
    return this.editions.list(viewer, query.book);
  }

  @Endpoint(standardBooksApi.draft)
  draft(@CurrentViewer() viewer: Viewer, @Input() { body }: InputOf<typeof standardBooksApi.draft>) {
    return this.editions.draft(viewer, body);
  }

  @Endpoint(standardBooksApi.get)
  get(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof standardBooksApi.get>) {
    return this.editions.get(viewer, params.id);
  }

  @Endpoint(standardBooksApi.change)
  change(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof standardBooksApi.change>) {
    return this.editions.change(viewer, params.id, body);
  }

  @Endpoint(standardBooksApi.workbook)
  async workbook(
    @CurrentViewer() viewer: Viewer,
    @Input() { params, query }: InputOf<typeof standardBooksApi.workbook>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendWorkbook(reply, await this.workbooks.workbook(viewer, params.id, query.language));
  }

  @Endpoint(standardBooksApi.import)
  import(@CurrentViewer() viewer: Viewer, @Input() { params, query }: InputOf<typeof standardBooksApi.import>, @Req() request: ApiRequest) {
    return this.workbooks.import(viewer, params.id, query.version, bodyStream(request));
  }

  @Endpoint(standardBooksApi.publish)
  publish(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof standardBooksApi.publish>) {
    return this.publishing.publish(viewer, params.id, body);
  }

  @Endpoint(standardBooksApi.withdraw)
  withdraw(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof standardBooksApi.withdraw>) {
    return this.publishing.withdraw(viewer, params.id, body);
  }
}
