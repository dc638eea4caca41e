import { expect, test } from '@jest/globals';
import { attachmentTypeOf, sizeWords } from './attachment-type';

test('a file is declared by its ending, whatever the browser calls it', () => {
  expect(attachmentTypeOf('证明.OFD')).toBe('application/ofd');
  expect(attachmentTypeOf('a.b.jpeg')).toBe('image/jpeg');
  expect(attachmentTypeOf('旧表.doc')).toBeUndefined();
  expect(attachmentTypeOf('docx')).toBeUndefined();
  expect(attachmentTypeOf('a.svg')).toBeUndefined();
});

test('sizes are told as people read them', () => {
  expect([1, 640_000, 1_200_000, 25_000_000].map(sizeWords)).toEqual(['1 KB', '640 KB', '1.2 MB', '25 MB']);
});
