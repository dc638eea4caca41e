import { describe, expect, test } from '@jest/globals';
import { judgeRefresh, type SessionState } from './refresh-verdict.js';

const at = (seconds: number) => new Date(Date.parse('2026-06-12T09:00:00+08:00') + seconds * 1000);
const session: SessionState = { generation: 4, rotatedAt: at(0), idleUntil: at(3600), expiresAt: at(86_400), ended: false };
const judge = (generation: number, seconds: number, change: Partial<SessionState> = {}) =>
  judgeRefresh({ ...session, ...change }, generation, at(seconds), 30_000);

describe('a refresh token', () => {
  test('of the current generation is rotated, however long ago it was given out', () => {
    expect(judge(4, 1)).toBe('rotate');
    expect(judge(4, 3599)).toBe('rotate');
  });

  test('of the generation before is answered again for half a minute', () => {
    expect(judge(3, 0)).toBe('repeat');
    expect(judge(3, 30)).toBe('repeat');
  });

  test('of the generation before is a copy after that', () => {
    expect(judge(3, 31)).toBe('reused');
  });

  test('older than that is a copy at once', () => {
    expect(judge(2, 1)).toBe('reused');
    expect(judge(1, 31)).toBe('reused');
  });

  test('of a session that was idle or lived too long has expired', () => {
    expect(judge(4, 3600)).toBe('expired');
    expect(judge(4, 5, { expiresAt: at(5) })).toBe('expired');
  });

  test('of a session that has ended, or of a generation that never was, is invalid', () => {
    expect(judge(4, 1, { ended: true })).toBe('invalid');
    expect(judge(3, 1, { ended: true })).toBe('invalid');
    expect(judge(5, 1)).toBe('invalid');
  });
});
