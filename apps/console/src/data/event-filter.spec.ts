import { describe, expect, test } from '@jest/globals';
import { eventsApi } from '@wangge/contracts';
import { toServer } from './event-filter';

describe('a filter of the list', () => {
  test('means the open events unless it says otherwise', () => {
    expect(toServer({}).status).toBe('reported,verifying,filed,assigned,handling,suspended,handled,checking,to-close');
    expect(toServer({ queue: 'all' })).toEqual({});
    expect(toServer({ queue: 'ended' }).status).toBe('closed,rated,archived,rejected,cancelled,merged,self-handled');
    expect(toServer({ queue: 'to-close' })).toEqual({ status: 'to-close' });
  });

  test('by deadline asks for its colour', () => {
    expect(toServer({ queue: 'overdue' }).light).toBe('red');
    expect(toServer({ queue: 'soon' }).light).toBe('yellow');
  });

  test('takes the last day whole', () => {
    const { from, to } = toServer({ queue: 'all', from: '2026-05-14', to: '2026-06-12' });
    expect([from, to]).toEqual(['2026-05-14T00:00:00+08:00', '2026-06-12T16:00:00.000Z']);
  });

  test('is one the server knows, and leaves out what is empty', () => {
    const filter = toServer({ queue: 'overdue', scope: '230302001', q: '', source: 'worker', supervised: 'all', lens: 'assisting' });
    expect(filter).not.toHaveProperty('q');
    expect(eventsApi.list.query.safeParse(filter).success).toBe(true);
  });
});
