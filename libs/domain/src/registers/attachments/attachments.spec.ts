import { describe, expect, test } from '@jest/globals';
import { ATTACHMENT_TYPES, AttachmentType } from '@wangge/contracts';
import fc from 'fast-check';
import { findRegister, REGISTERS } from '../catalogue.js';
import { isShownMasked } from '../definition.js';
import { attachmentField, attachmentKindOf, attachmentsOf } from './attachments.js';
import { safeFileName } from './file-name.js';

describe('what is attached', () => {
  test('to persons is opened with a reason, to things freely, somebody’s papers never', () => {
    const classesOf = (name: string) => {
      const definition = findRegister(name);
      return definition && attachmentsOf(definition).kinds.map(({ code, dataClass }) => `${code} ${dataClass}`);
    };
    expect(classesOf('residents')).toEqual(['photo L3', 'document L3', 'identity L4']);
    expect(classesOf('households')).toEqual(['photo L3', 'document L3', 'identity L4']);
    expect(classesOf('buildings')).toEqual(['photo L2', 'document L2', 'identity L4']);
    for (const definition of REGISTERS) {
      const papers = attachmentsOf(definition).kinds.find(({ code }) => code === 'identity');
      expect([definition.name, papers && isShownMasked(papers)]).toEqual([definition.name, true]);
    }
  });

  test('is told in the history by a name no field has', () => {
    for (const definition of REGISTERS) {
      const rules = attachmentsOf(definition);
      for (const kind of rules.kinds) expect(attachmentKindOf(rules, attachmentField(kind.code))).toBe(kind);
      for (const { name } of definition.fields) expect(attachmentKindOf(rules, name)).toBeUndefined();
    }
  });
});

describe('the name of an attachment', () => {
  test.each([
    ['现场照片.JPG', 'image/jpeg', '现场照片.jpg'],
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['C:\\temp\\合同.pdf', 'application/pdf', '合同.pdf'],
    ['invoice.pdf.exe', 'application/pdf', 'invoice.pdf.exe.pdf'],
    ['\u202egnp.exe', 'image/png', 'gnp.exe.png'],
    ['a\r\nset-cookie: x.pdf', 'application/pdf', 'aset-cookie x.pdf'],
    ['.htaccess', 'application/pdf', 'htaccess.pdf'],
    ['CON', 'application/pdf', 'file-CON.pdf'],
    ['   ', 'image/webp', 'file.webp'],
    ['照片.png', 'image/jpeg', '照片.jpg'],
  ] as const)('%s, of %s, is %s', (given, type, name) => expect(safeFileName(given, type)).toBe(name));

  test('is harmless whatever it came as, and does not change once it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 255 }), fc.constantFrom(...AttachmentType.options), (given, type) => {
        const name = safeFileName(given, type);
        expect(name).toMatch(/^[^\\/<>:"|?*\p{Cc}\p{Cf}\p{Cs}.][^\\/<>:"|?*\p{Cc}\p{Cf}\p{Cs}]*$/u);
        expect(name.endsWith(`.${ATTACHMENT_TYPES[type]}`)).toBe(true);
        expect(Array.from(name).length).toBeLessThanOrEqual(115);
        expect(safeFileName(name, type)).toBe(name);
        expect(() => encodeURIComponent(name)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
