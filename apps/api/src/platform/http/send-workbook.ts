import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Answers with a workbook to be kept as a file; `kind`, where there is one, stands behind its name. */
export async function sendWorkbook(reply: FastifyReply, { name, stream }: { readonly name: string; readonly stream: Readable }, kind?: string): Promise<void> {
  const fileName = [name, kind].filter((part) => part !== undefined).join('-');
  await reply
    .header('content-type', XLSX)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${fileName}.xlsx`)}`)
    .send(stream);
}
