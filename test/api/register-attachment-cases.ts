import { expect, test } from '@jest/globals';
import { ATTACHMENT_TYPES, type AttachmentType, filesApi, type RecordView, registerAttachmentsApi, registersApi } from '@wangge/contracts';
import JSZip from 'jszip';
import { newId, refusal, sha256 } from './events.js';
import type { Staff } from './register-flow-cases.js';
import { attachTo, create, newIdentityNumber, residentValues } from './registers.js';

const PDF = Buffer.from('%PDF-1.7\nevidence\n%%EOF');

const team = ({ staff, gridCode }: Staff): Promise<RecordView> =>
  create(staff, 'volunteer-teams', { gridCode }, { name: '附件队', serviceKind: 'order' });
const resident = ({ staff, gridCode }: Staff) => create(staff, 'residents', { gridCode }, residentValues());
const of = ({ register, id }: RecordView, attachment: string) => ({ params: { register, id, attachment } });

function openingCases(who: () => Staff): void {
  test('a file arrives part by part, and is given back as a download that runs nothing', async () => {
    const { staff, worker, neighbour } = who();
    const record = await team(who());
    const content = Buffer.concat([PDF, Buffer.alloc(300_000, 7)]);
    const given = { id: newId(), kind: 'document', name: '../<script>"证据\r\n.pdf', type: 'application/pdf' as const };
    const body = { ...given, bytes: content.length, sha256: sha256(content) };
    const params = { register: record.register, id: record.id };
    expect(await staff.call(registerAttachmentsApi.declare, { params, body })).toMatchObject({ name: 'script证据.pdf', ready: false });
    const put = (offset: number, end?: number) =>
      staff.upload(filesApi.put, { params: { sha256: body.sha256 }, query: { offset } }, new Uint8Array(content.subarray(offset, end)));
    expect(await put(0, 100_000)).toMatchObject({ received: 100_000, ready: false });
    expect(await refusal(put(200_000))).toBe('409 file.incomplete');
    expect(await put(100_000)).toMatchObject({ ready: true });
    const path = `/api/v1/registers/${record.register}/records/${record.id}/attachments/${given.id}`;
    const answer = await fetch(`${who().origin}${path}`, { headers: { authorization: `Bearer ${worker.accessToken ?? ''}` } });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(content);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''script${encodeURIComponent('证据')}.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cache-control': 'no-store',
    });
    for (const ask of [
      () => neighbour.call(registerAttachmentsApi.list, { params }),
      () => neighbour.call(registerAttachmentsApi.content, of(record, given.id)),
      () => neighbour.call(registerAttachmentsApi.declare, { params, body: { ...body, id: newId() } }),
      () => staff.call(registerAttachmentsApi.content, of(record, newId())),
    ])
      expect(await refusal(ask())).toBe('404 not-found');
  });

  test('a copy of somebody’s papers is opened with a reason by who may, and tells nothing before', async () => {
    const { staff, worker, leader } = who();
    const record = await resident(who());
    const number = newIdentityNumber();
    const paper = await attachTo(staff, 'residents', record, { kind: 'identity', name: `${number}.pdf` }, PDF);
    const listed = await worker.call(registerAttachmentsApi.list, { params: { register: 'residents', id: record.id } });
    expect(listed.items).toMatchObject([{ name: null, sealed: true }]);
    expect(JSON.stringify(listed)).not.toContain(number);
    expect(await refusal(staff.call(registerAttachmentsApi.content, of(record, paper.id)))).toBe('403 attachment.sealed');
    const body = { reason: '核对材料' };
    for (const client of [worker, leader])
      expect(await refusal(client.call(registerAttachmentsApi.reveal, { ...of(record, paper.id), body }))).toBe('403 permission.denied');
    expect(await refusal(staff.call(registerAttachmentsApi.reveal, { ...of(record, paper.id), body: { reason: ' ' } }))).toBe('400 request.invalid');
    const content = await (await who().newcomer()).download(registerAttachmentsApi.reveal, { ...of(record, paper.id), body });
    expect(Buffer.from(await content.arrayBuffer())).toEqual(PDF);
    const { items } = await staff.call(registersApi.history, { params: { register: 'residents', id: record.id } });
    expect(items.map(({ kind, reason }) => [kind, reason]).slice(0, 2)).toEqual([
      ['revealed', '核对材料'],
      ['attached', null],
    ]);
  });
}

function hostileCases(who: () => Staff): void {
  test('what lies about itself is refused with its reason, and nothing of it stays', async () => {
    const { staff } = who();
    const record = await team(who());
    const params = { register: record.register, id: record.id };
    const zip = new JSZip().file('[Content_Types].xml', '<x/>').file('word/document.xml', '<x/>').file('word/vbaProject.bin', 'x');
    const docm = await zip.generateAsync({ type: 'nodebuffer' });
    const docx = Object.keys(ATTACHMENT_TYPES).find((type) => type.endsWith('wordprocessingml.document'));
    const attach = (content: Buffer, more: { type: string } & Record<string, unknown>) =>
      attachTo(staff, record.register, record, { bytes: content.length, sha256: sha256(content), ...more }, content);
    for (const [content, more, said] of [
      [Buffer.from('MZ program'), { type: 'application/pdf' }, '422 attachment.not-as-declared'],
      [docm, { type: docx ?? '' }, '422 attachment.macros'],
      [Buffer.from('<svg onload="x"/>'), { type: 'image/png' }, '422 file.not-an-image'],
      [PDF, { type: 'text/html' }, '400 request.invalid'],
      [PDF, { type: 'application/pdf', bytes: 40_000_000 }, '400 request.invalid'],
      [PDF, { type: 'application/pdf', kind: 'passport' }, '422 attachment.kind-unknown'],
      [Buffer.from('%PDF-1.7 undeclared'), { type: 'application/pdf', sha256: sha256(Buffer.from('another')) }, '404 file.not-declared'],
    ] as const satisfies readonly (readonly [Buffer, { type: AttachmentType | string } & Record<string, unknown>, string])[])
      expect(await refusal(attach(content, more))).toBe(said);
    const { items } = await staff.call(registerAttachmentsApi.list, { params });
    // What was declared under another hash than it has is still waited for.
    expect(items.map(({ ready }) => ready)).toEqual([false]);
  });
}

/** Files of records over the wire: part by part, as a download, and never for whoever is not shown the record. */
export function attachmentCases(who: () => Staff): void {
  openingCases(who);
  hostileCases(who);
}
