import { describe, expect, test } from '@jest/globals';
import { SharedAnswers } from './shared-answers.js';

describe('answers shared by those who ask the same', () => {
  const bench = () => {
    const ends: ((error?: Error) => void)[] = [];
    let begun = 0;
    const shared = new SharedAnswers<number>();
    const work = () => {
      begun += 1;
      const answer = begun;
      return new Promise<number>((resolve, reject) => {
        ends.push((error) => (error ? reject(error) : resolve(answer)));
      });
    };
    const end = async (index: number, error?: Error) => {
      ends[index]?.(error);
      await new Promise(setImmediate);
    };
    return { shared, work, end, begun: () => begun };
  };

  test('who asks while it runs is answered by work that began after the question', async () => {
    const { shared, work, end, begun } = bench();
    const first = shared.ask('a', work);
    const later = [shared.ask('a', work), shared.ask('a', work)];
    expect(begun()).toBe(1);
    await end(0);
    expect(begun()).toBe(2);
    await end(1);
    expect(await Promise.all([first, ...later])).toEqual([1, 2, 2]);
    // What nobody waits for any more is not kept.
    const afterwards = shared.ask('a', work);
    await end(2);
    expect(await afterwards).toBe(3);
  });

  test('different questions wait for nothing of each other', async () => {
    const { shared, work, end, begun } = bench();
    const both = [shared.ask('a', work), shared.ask('b', work)];
    expect(begun()).toBe(2);
    await end(1);
    await end(0);
    expect(await Promise.all(both)).toEqual([1, 2]);
  });

  test('a failure is told to those who waited for it, and to nobody else', async () => {
    const { shared, work, end } = bench();
    const first = shared.ask('a', work);
    const refused = expect(first).rejects.toThrow('gone');
    const second = shared.ask('a', work);
    await end(0, new Error('gone'));
    await end(1);
    await refused;
    expect(await second).toBe(2);
  });
});
