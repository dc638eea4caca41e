import type { ApiClient } from '@wangge/api-client';
import { exchangeApi, type ImportView } from '@wangge/contracts';
import Excel from 'exceljs';
import { newId, sha256 } from './events.js';

export type TypedCell = string | number | boolean | Date | null;

/** A workbook as people make one, by another hand than the server's own. */
export async function workbookOf(rows: readonly (readonly TypedCell[])[], sheet = '人口'): Promise<Buffer> {
  const workbook = new Excel.Workbook();
  workbook.addWorksheet(sheet).addRows(rows.map((row) => [...row]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The texts of the first sheet, by row. */
export async function rowsOf(content: Buffer): Promise<string[][]> {
  const workbook = new Excel.Workbook();
  // The types of the package know another Buffer.
  await workbook.xlsx.load(Uint8Array.from(content).buffer);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    rows.push(Array.from({ length: row.cellCount }, (_, index) => row.getCell(index + 1).text));
  });
  return rows;
}

export function uploadTo(client: ApiClient, register: string, content: Buffer, id = newId()): Promise<ImportView> {
  const query = { id, sha256: sha256(content) };
  const headers = { 'x-file-name': encodeURIComponent('居民 2026.xlsx') };
  return client.upload(exchangeApi.upload, { params: { register }, query, headers }, Uint8Array.from(content));
}

/** A file that the server sends, by the session of a client. */
export async function download(origin: string, client: ApiClient, path: string): Promise<Buffer> {
  const headers = { authorization: `Bearer ${client.accessToken ?? ''}` };
  const answer = await fetch(`${origin}/api/v1${path}`, { headers });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}
