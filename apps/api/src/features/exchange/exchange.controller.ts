import { Controller, Headers, Req, Res } from '@nestjs/common';
import { exchangeApi, type InputOf } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import type { FastifyReply } from 'fastify';
import { bodyStream } from '../../platform/http/body-stream.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../platform/http/endpoint.guard.js';
import type { ApiRequest } from '../../platform/http/request.js';
import { ImportsService } from './imports.service.js';
import { sendWorkbook } from '../../platform/http/send-workbook.js';

@Controller()
export class ExchangeController {
  constructor(private readonly imports: ImportsService) {}

  @Endpoint(exchangeApi.template)
  async template(
    @CurrentViewer() viewer: Viewer,
    @Input() { params, query }: InputOf<typeof exchangeApi.template>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.imports.template(viewer, params.register, query.language);
    await sendWorkbook(reply, file, query.language === 'zh' ? '导入模板' : 'template');
  }

  @Endpoint(exchangeApi.upload)
  upload(
    @CurrentViewer() viewer: Viewer,
    @Input() { params, query }: InputOf<typeof exchangeApi.upload>,
    @Req() request: ApiRequest,
    @Headers('x-file-name') name?: string,
  ) {
    const { sha256, coordinates } = query;
    const upload = { id: query.id.toLowerCase(), register: params.register, sha256, coordinates, fileName: fileNameOf(name) };
    return this.imports.upload(viewer, upload, bodyStream(request));
  }

  @Endpoint(exchangeApi.list)
  list(@CurrentViewer() viewer: Viewer, @Input() { query }: InputOf<typeof exchangeApi.list>) {
    return this.imports.list(viewer, query.register);
  }

  @Endpoint(exchangeApi.get)
  get(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof exchangeApi.get>) {
    return this.imports.get(viewer, params.id);
  }

  @Endpoint(exchangeApi.file)
  async file(
    @CurrentViewer() viewer: Viewer,
    @Input() { params, query }: InputOf<typeof exchangeApi.file>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.imports.file(viewer, params.id, query.language);
    await sendWorkbook(reply, file, query.language === 'zh' ? '核对结果' : 'checked');
  }

  @Endpoint(exchangeApi.confirm)
  confirm(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof exchangeApi.confirm>) {
    return this.imports.confirm(viewer, params.id, body.rows);
  }

  @Endpoint(exchangeApi.cancel)
  cancel(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof exchangeApi.cancel>) {
    return this.imports.cancel(viewer, params.id);
  }
}

/** The last part of a path, without what no file system takes. It travels in a header: addresses are written into logs. */
function fileNameOf(header: string | undefined): string {
  const name =
    decoded(header ?? '')
      .split(/[\\/]/)
      .at(-1) ?? '';
  return (
    Array.from(name.replace(/[\u0000-\u001f\u007f<>:"|?*\ud800-\udfff]/gu, '').trim())
      .slice(0, 120)
      .join('') || 'import.xlsx'
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
