import { describe, expect, test } from '@jest/globals';
import { actionRule } from '@wangge/domain';
import { faultsOf, toCommand } from './step-values';

const now = new Date('2026-06-12T16:48:00+08:00');

describe('the form of a step', () => {
  test('asks for what the step requires', () => {
    expect(faultsOf(actionRule('dispatch').input, {}, now)).toEqual({ departmentId: { key: 'form.choose' } });
    expect(faultsOf(actionRule('finish').input, { note: '  ' }, now)).toEqual({ note: { key: 'form.fill-in' } });
    expect(faultsOf(actionRule('close').input, { conditionMet: false }, now)).toEqual({ conditionMet: { key: 'form.choose' } });
    expect(faultsOf(actionRule('accept').input, {}, now)).toEqual({});
  });

  test('wants a reason of more than one letter and a date ahead', () => {
    const faults = faultsOf(actionRule('suspend').input, { reason: '雨', until: '2026-06-12T10:00:00+08:00' }, now);
    expect(faults).toEqual({ reason: { key: 'form.too-short', params: { least: 2 } }, until: { key: 'form.future' } });
  });

  test('becomes the command of the contract, empty fields left out', () => {
    const declaration = { sha256: 'a'.repeat(64), bytes: 3, type: 'image/jpeg' } as const;
    const photos = [{ content: new Blob(['abc']), preview: 'blob:1', declaration }];
    expect(toCommand('finish', 4, { note: '已修复', photos, assigneeId: '' })).toEqual({
      action: 'finish',
      version: 4,
      note: '已修复',
      photos: [declaration],
    });
    expect(toCommand('close', 7, { conditionMet: true, note: '' })).toEqual({ action: 'close', version: 7, conditionMet: true });
  });
});
