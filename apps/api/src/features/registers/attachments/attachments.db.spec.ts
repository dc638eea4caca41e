import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type AttachmentType, type DeclareAttachment, ATTACHMENT_TYPES } from '@wangge/contracts';
import type { Lens, Viewer } from '@wangge/domain';
import JSZip from 'jszip';
import sharp from 'sharp';
import { v7 as uuid } from 'uuid';
import { describeOnBothDatabases } from '../../../testing/index.js';
import { GRIDS, person, type RegistersOn, registersOn, viewerOf } from '../testing/registers-on.js';
import type { OpenedFile } from './attachment-opening.js';

const [HERE, BESIDE, , FAR] = GRIDS;
const staff = viewerOf('230302001001');
const worker = viewerOf(HERE, 'grid-worker');
const supervisor = viewerOf('230302', 'supervisor');
const elsewhere = viewerOf('230302002001');
const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const pdf = (text = 'a contract'): Buffer => Buffer.from(`%PDF-1.7\n${text}\n%%EOF`);
const office = async (...names: string[]): Promise<Buffer> => {
  const zip = new JSZip();
  for (const name of ['[Content_Types].xml', ...names]) zip.file(name, '<x/>');
  return zip.generateAsync({ type: 'nodebuffer' });
};
const picture = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background } }).png().toBuffer();
const bytesOf = async ({ stream }: OpenedFile): Promise<Buffer> => Buffer.concat(await stream.toArray());

describeOnBothDatabases('what is attached to records', (getDatabase) => {
  let on: RegistersOn;
  beforeAll(async () => {
    on = await registersOn(getDatabase());
  }, 60_000);
  afterAll(() => on.close());

  const supply = (grid: string = HERE) => on.create(viewerOf('230302'), 'volunteer-teams', grid, { name: '红马甲', serviceKind: 'order' });
  const resident = (grid: string = HERE) => on.create(viewerOf('230302'), 'residents', grid, person());
  const said = (content: Buffer, type: AttachmentType, more: Partial<DeclareAttachment> = {}): DeclareAttachment => ({
    id: uuid(),
    kind: type.startsWith('image/') ? 'photo' : 'document',
    name: `现场.${ATTACHMENT_TYPES[type]}`,
    type,
    bytes: content.length,
    sha256: sha256(content),
    ...more,
  });
  const put = (viewer: Viewer, content: Buffer) =>
    on.intake.put(viewer.accountId, sha256(content), undefined, Readable.from([content]));
  async function attach(viewer: Viewer, record: { register: string; id: string }, content: Buffer, given: DeclareAttachment) {
    await on.attachments.declare(viewer, record.register, record.id, given);
    await put(viewer, content);
    return { register: record.register, id: record.id, attachment: given.id };
  }
  const listed = async (viewer: Viewer, { register, id }: { register: string; id: string }) =>
    (await on.attachments.list(viewer, register, id)).items;
  const kinds = async (viewer: Viewer, { register, id }: { register: string; id: string }) =>
    (await on.registers.history(viewer, register, id)).items.map(({ kind }) => kind);

  test('is declared, brought, shown with its record and in its history', async () => {
    const team = await supply();
    const photo = await picture('#385');
    const given = said(photo, 'image/png', { name: '..\\现场/门口.PNG' });
    expect(await on.attachments.declare(worker, team.register, team.id, given)).toMatchObject({ ready: false, name: '门口.png' });
    const one = await attach(worker, team, photo, given);
    expect(await listed(staff, team)).toMatchObject([
      { id: given.id, ready: true, sealed: false, size: { width: 640, height: 480 }, type: 'image/jpeg', by: worker.name },
    ]);
    const [full, thumb] = [await on.opening.open(staff, one, 'full'), await on.opening.open(staff, one, 'thumb')];
    expect((await sharp(await bytesOf(full)).metadata()).format).toBe('jpeg');
    expect((await sharp(await bytesOf(thumb)).metadata()).width).toBe(320);
    expect(await kinds(staff, team)).toEqual(['attached', 'created']);
    const paper = await attach(staff, team, pdf(), said(pdf(), PDF));
    expect(await bytesOf(await on.opening.open(worker, paper, 'full'))).toEqual(pdf());
    await expect(on.opening.open(worker, paper, 'thumb')).rejects.toMatchObject({ code: 'not-found' });
    // Brought once more, it is what it was.
    await put(worker, photo);
    expect(await kinds(staff, team)).toEqual(['attached', 'attached', 'created']);
  });

  test('does not exist outside the area of its record, and by either wall alone', async () => {
    const team = await supply();
    const one = await attach(staff, team, pdf('near'), said(pdf('near'), PDF));
    const far = await attach(viewerOf('230302'), await supply(FAR), pdf('far'), said(pdf('far'), PDF));
    for (const viewer of [elsewhere, viewerOf('230303')]) {
      await expect(on.attachments.list(viewer, team.register, team.id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(on.attachments.declare(viewer, team.register, team.id, said(pdf(), PDF))).rejects.toMatchObject({ code: 'not-found' });
      await expect(on.opening.open(viewer, one, 'full')).rejects.toMatchObject({ code: 'not-found' });
      await expect(on.opening.reveal(viewer, one, '核对')).rejects.toMatchObject({ code: 'not-found' });
      await expect(on.attachments.remove(viewer, team.register, team.id, one.attachment, '错')).rejects.toMatchObject({ code: 'not-found' });
    }
    // Of another record: not by asking under one’s own.
    const beside = await attach(staff, await supply(), pdf('beside'), said(pdf('beside'), PDF));
    await expect(on.opening.open(staff, { ...one, attachment: beside.attachment }, 'full')).rejects.toMatchObject({ code: 'not-found' });
    await expect(on.opening.open(staff, { ...one, attachment: far.attachment }, 'full')).rejects.toMatchObject({ code: 'not-found' });
    const shows = async (lens: Lens) =>
      getDatabase().database.as(lens, (tx) =>
        tx.query({ name: 'attachments.wall', text: 'select id from register_attachment where id = $1' }, [one.attachment]),
      );
    const member = (code: string): Lens => ({ kind: 'member', accountId: uuid(), codes: [code], departmentIds: [] });
    for (const lens of [{ kind: 'grid', code: HERE }, { kind: 'district', code: '230302' }, member('230302001')] as const)
      expect(await shows(lens)).toHaveLength(1);
    for (const lens of [{ kind: 'grid', code: BESIDE }, { kind: 'community', code: FAR.slice(0, 12) }, { kind: 'record', id: uuid() }, member(FAR)] as const)
      expect(await shows(lens)).toEqual([]);
    for (const kind of ['reference', 'accounts'] as const) await expect(shows({ kind })).rejects.toThrow();
  });

  test('of a person is opened with a permission and a reason, within the budget; papers lie nowhere in clear', async () => {
    const one = await resident();
    const content = pdf('110101199003070775 甄附件');
    const given = said(content, PDF, { kind: 'identity', name: '甄附件身份证.pdf' });
    const paper = await attach(worker, one, content, given);
    expect(await listed(staff, one)).toMatchObject([{ sealed: true, name: null, size: null, ready: true }]);
    await expect(on.opening.open(staff, paper, 'full')).rejects.toMatchObject({ code: 'attachment.sealed' });
    await expect(on.opening.reveal(worker, paper, '核对信息')).rejects.toMatchObject({ code: 'permission.denied' });
    const opened = await on.opening.reveal(staff, paper, '核对信息');
    expect(opened).toMatchObject({ name: '甄附件身份证.pdf', size: content.length });
    expect(await bytesOf(opened)).toEqual(content);
    expect((await on.registers.history(staff, 'residents', one.id)).items[0]).toMatchObject({
      kind: 'revealed',
      reason: '核对信息',
      fields: [{ name: 'attachments.identity', from: null, to: null }],
    });
    const files = await readdir(path.join(on.dataDir, 'files'), { recursive: true, withFileTypes: true });
    for (const file of files.filter((each) => each.isFile()))
      expect((await readFile(path.join(file.parentPath, file.name))).includes('甄附件')).toBe(false);
    const [row] = await getDatabase().superuser.query<{ is_encrypted: boolean; said: boolean }>(
      `select is_encrypted, to_jsonb(a)::text ~ '甄附件' as said from register_attachment as a where id = $1`,
      [given.id],
    );
    expect(row).toEqual({ is_encrypted: true, said: false });
    const photo = await attach(staff, one, await picture('#135'), said(await picture('#135'), 'image/png'));
    await expect(on.opening.open(staff, photo, 'thumb')).rejects.toMatchObject({ code: 'attachment.sealed' });
    const curious = viewerOf('230302001001');
    for (let times = 0; times < 30; times += 1) await bytesOf(await on.opening.reveal(curious, photo, '好奇'));
    await expect(on.opening.reveal(curious, photo, '好奇')).rejects.toMatchObject({ code: 'reveal.budget-spent' });
    const audit = await getDatabase().superuser.query<{ details: unknown }>(
      `select details from audit_entry where subject_id = $1 and action in ('register.attach', 'register.reveal') order by position`,
      [one.id],
    );
    expect(audit[0]?.details).toMatchObject({ fields: ['attachments.identity'] });
    expect(JSON.stringify(audit)).not.toMatch(/甄附件|\.pdf/);
  });

  test('is what it was declared as, or it is refused and waited for no longer', async () => {
    const team = await supply();
    const macros = await office('word/document.xml', 'word/vbaProject.bin');
    for (const [content, type, code] of [
      [Buffer.from('MZ\u0090\u0000 a program'), PDF, 'attachment.not-as-declared'],
      [Buffer.from('<html><script>alert(1)</script>'), PDF, 'attachment.not-as-declared'],
      [await office('xl/workbook.xml'), DOCX, 'attachment.not-as-declared'],
      [macros, DOCX, 'attachment.macros'],
      [Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(40)]), DOCX, 'attachment.not-as-declared'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/png', 'file.not-an-image'],
      [pdf('no picture'), 'image/jpeg', 'file.not-an-image'],
    ] as const) {
      const given = said(content, type);
      await expect(attach(staff, team, content, given)).rejects.toMatchObject({ code });
      expect(await listed(staff, team)).toEqual([]);
      await expect(put(staff, content)).rejects.toMatchObject({ code: 'file.not-declared' });
    }
    const good = await office('word/document.xml');
    await attach(staff, team, good, said(good, DOCX));
    expect(await listed(staff, team)).toMatchObject([{ type: DOCX, ready: true }]);
    // Who has not declared it cannot find out by its hash whether somebody else did.
    await expect(put(worker, good)).rejects.toMatchObject({ code: 'file.not-declared' });
    await expect(on.intake.state(worker.accountId, sha256(good))).rejects.toMatchObject({ code: 'file.not-declared' });
  });

  test('is declared once however often it is sent, of a known kind, and no more of it than the register takes', async () => {
    const team = await supply();
    const given = said(pdf('1'), PDF);
    const [first, again] = [await on.attachments.declare(staff, team.register, team.id, given), await on.attachments.declare(staff, team.register, team.id, given)];
    expect(again).toEqual(first);
    await expect(on.attachments.declare(staff, team.register, team.id, { ...given, name: 'b.pdf' })).rejects.toMatchObject({ code: 'command.reused' });
    await expect(on.attachments.declare(worker, team.register, team.id, given)).rejects.toMatchObject({ code: 'command.reused' });
    await expect(on.attachments.declare(staff, team.register, team.id, said(pdf(), PDF, { kind: 'other' }))).rejects.toMatchObject({ code: 'attachment.kind-unknown' });
    await expect(on.attachments.declare(viewerOf('230302', 'leader'), team.register, team.id, said(pdf(), PDF))).rejects.toMatchObject({ code: 'permission.denied' });
    const many = await Promise.allSettled(
      Array.from({ length: 24 }, (_, index) => on.attachments.declare(staff, team.register, team.id, said(pdf(`n${index}`), PDF))),
    );
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(19);
    expect(many.filter((each) => each.status === 'rejected').map(({ reason }) => reason.code)).toEqual(Array(5).fill('attachment.too-many'));
    // What never came is waited for a day.
    on.clock.forward(25 * 3_600_000);
    expect(await listed(staff, team)).toEqual([]);
    await on.attachments.declare(staff, team.register, team.id, said(pdf('later'), PDF));
  });

  test('is taken off with a reason, which stays', async () => {
    const team = await supply();
    const one = await attach(staff, team, pdf('off'), said(pdf('off'), PDF));
    await expect(
      on.attachments.remove(viewerOf('230302', 'leader'), team.register, team.id, one.attachment, '拍错了'),
    ).rejects.toMatchObject({ code: 'permission.denied' });
    await on.attachments.remove(worker, team.register, team.id, one.attachment, '拍错了');
    expect(await listed(staff, team)).toEqual([]);
    await expect(on.opening.open(staff, one, 'full')).rejects.toMatchObject({ code: 'not-found' });
    await expect(on.attachments.remove(worker, team.register, team.id, one.attachment, '拍错了')).rejects.toMatchObject({ code: 'not-found' });
    expect((await on.registers.history(staff, team.register, team.id)).items[0]).toMatchObject({ kind: 'detached', reason: '拍错了' });
    const kept = await getDatabase().superuser.query('select 1 from register_attachment where id = $1 and removed_at is not null', [one.attachment]);
    expect(kept).toHaveLength(1);
  });

  test('stays with both through a merge, and goes back with each', async () => {
    const [one, other] = [await resident(), await resident()];
    await attach(staff, one, pdf('one'), said(pdf('one'), PDF));
    const second = await attach(staff, other, pdf('other'), said(pdf('other'), PDF));
    const merge = { id: uuid(), version: 1, other: { id: other.id, version: 1 }, take: [], reason: '同一个人' };
    await on.merging.merge(supervisor, 'residents', one.id, merge);
    const both = await listed(staff, one);
    expect(both.map(({ of }) => of).sort()).toEqual([other.id, null].sort());
    expect(await bytesOf(await on.opening.reveal(staff, { ...second, id: one.id }, '核对'))).toEqual(pdf('other'));
    await expect(on.attachments.list(elsewhere, 'residents', one.id)).rejects.toMatchObject({ code: 'not-found' });
    const undo = { register: 'residents', id: one.id, merge: merge.id, version: 2, reason: '合并错了' };
    await on.unmerging.undo(supervisor, undo);
    expect((await listed(staff, one)).map(({ of }) => of)).toEqual([null]);
    expect((await listed(staff, other)).map(({ id }) => id)).toEqual([second.attachment]);
  });
});
