import { describe, expect, test } from '@jest/globals';
import type { EventNews } from '@wangge/contracts';
import { type LiveNews, tickerLines, withNews } from './news';

const chain = { districtCode: '230302', streetCode: '230302004', communityCode: '230302004001', gridCode: '230302004001002' };
const live = (position: string, at: string): LiveNews => ({
  position,
  news: {
    id: '0190a000-0000-7000-8000-000000000001',
    number: '20260612-0087',
    title: '张三家门口有垃圾，电话 13800000000',
    action: 'submit',
    status: 'reported',
    classCode: '01001',
    chain,
    place: '四海居社区',
    point: { lng: 130.97, lat: 45.3 },
    dueAt: null,
    yellowAt: null,
    at,
  } satisfies EventNews,
});
const nameOf = (code: string | null) => (code === '01001' ? '暴露垃圾' : '未分类');

describe('the ticker', () => {
  test('shows news of the stream by its class, never by a title somebody typed', () => {
    const lines = tickerLines([], [live('7', '2026-06-12T06:36:00Z')], '230302', nameOf);
    expect(lines).toMatchObject([{ what: '暴露垃圾', place: '四海居社区', status: 'reported' }]);
    expect(JSON.stringify(lines)).not.toContain('张三');
  });

  test('shows nothing twice once the board has caught up, newest first', () => {
    const item = {
      position: '7',
      at: '2026-06-12T06:36:00Z',
      number: '20260612-0087',
      title: '暴露垃圾',
      status: 'reported',
      place: '四海居社区',
    } as const;
    const older = { ...item, position: '5', at: '2026-06-12T06:30:00Z' };
    const lines = tickerLines([older, item], [live('7', item.at), live('9', '2026-06-12T06:37:00Z')], '230302', nameOf);
    expect(lines.map(({ position }) => position)).toEqual(['9', '7', '5']);
  });

  test('leaves out what happened outside the node shown', () => {
    expect(tickerLines([], [live('7', '2026-06-12T06:36:00Z')], '230302001', nameOf)).toEqual([]);
    expect(tickerLines([], [live('7', '2026-06-12T06:36:00Z')], '230302004001', nameOf)).toHaveLength(1);
  });

  test('takes a repeated message once and does not grow for ever', () => {
    const once = withNews([], live('7', '2026-06-12T06:36:00Z'));
    expect(withNews(once, live('7', '2026-06-12T06:36:00Z'))).toBe(once);
    let kept: readonly LiveNews[] = [];
    for (let n = 0; n < 500; n++) kept = withNews(kept, live(String(n), '2026-06-12T06:36:00Z'));
    expect(kept).toHaveLength(60);
    expect(kept[0]?.position).toBe('499');
  });
});
