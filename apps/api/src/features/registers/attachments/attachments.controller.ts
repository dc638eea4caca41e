import { Controller, Res } from '@nestjs/common';
import { type InputOf, registerAttachmentsApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import type { FastifyReply } from 'fastify';
import { Endpoint } from '../../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../../platform/http/endpoint.guard.js';
import { AttachmentOpening, type OpenedFile } from './attachment-opening.js';
import { AttachmentsService } from './attachments.service.js';

@Controller()
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly opening: AttachmentOpening,
  ) {}

  @Endpoint(registerAttachmentsApi.list)
  list(@CurrentViewer() viewer: Viewer, @Input() { params }: InputOf<typeof registerAttachmentsApi.list>) {
    return this.attachments.list(viewer, params.register, params.id);
  }

  @Endpoint(registerAttachmentsApi.declare)
  declare(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registerAttachmentsApi.declare>) {
    return this.attachments.declare(viewer, params.register, params.id, body);
  }

  @Endpoint(registerAttachmentsApi.content)
  async content(
    @CurrentViewer() viewer: Viewer,
    @Input() { params, query }: InputOf<typeof registerAttachmentsApi.content>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.opening.open(viewer, params, query.size);
    // A picture’s content never changes, but who may see it does: browsers keep it for themselves and ask again.
    if (file.type === 'image/jpeg') reply.header('cache-control', 'private, no-cache');
    await send(reply, file);
  }

  @Endpoint(registerAttachmentsApi.reveal)
  async reveal(
    @CurrentViewer() viewer: Viewer,
    @Input() { params, body }: InputOf<typeof registerAttachmentsApi.reveal>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.opening.reveal(viewer, params, body.reason);
    await send(reply, file);
  }

  @Endpoint(registerAttachmentsApi.remove)
  remove(@CurrentViewer() viewer: Viewer, @Input() { params, body }: InputOf<typeof registerAttachmentsApi.remove>) {
    return this.attachments.remove(viewer, params.register, params.id, params.attachment, body.reason);
  }
}

/** Pictures that this server has written itself are shown; whatever else somebody brought is saved, and runs nothing here. */
async function send(reply: FastifyReply, { name, type, size, stream }: OpenedFile): Promise<void> {
  const disposition = type === 'image/jpeg' ? 'inline' : 'attachment';
  await reply
    .header('content-type', type)
    .header('content-length', size)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', `sandbox; default-src 'none'`)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encoded(name)}`)
    .send(stream);
}

/** As RFC 8187 wants it: beyond what `encodeURIComponent` leaves alone. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
