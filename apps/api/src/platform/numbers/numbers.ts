import { Injectable } from '@nestjs/common';
import { localDate } from '@wangge/domain';
import { Database } from '../database/database.js';

const RESERVE = {
  name: 'numbers.reserve',
  text: `insert into number_block (district_code, day, next) values ($1, $2, $3 + 1)
         on conflict (district_code, day) do update set next = number_block.next + $3
         returning next - $3 as first`,
};
const BLOCK = 20;

/**
 * Readable numbers, counted per district and day. Each process reserves blocks in a transaction of its own, so that
 * no writer waits for another; a block that a stopped process had left over is a gap.
 */
@Injectable()
export class Numbers {
  private readonly blocks = new Map<string, Promise<{ next: number; readonly end: number }>>();

  constructor(private readonly database: Database) {}

  /** e.g. `20260612-0087`. */
  async next(districtCode: string, at: string): Promise<string> {
    const day = localDate(at);
    const serial = await this.take(districtCode, day);
    return `${day.replaceAll('-', '')}-${String(serial).padStart(4, '0')}`;
  }

  private async take(districtCode: string, day: string): Promise<number> {
    const key = `${districtCode}/${day}`;
    for (;;) {
      const pending = this.blocks.get(key) ?? this.reserve(key, districtCode, day);
      const block = await pending;
      if (block.next < block.end) return block.next++;
      if (this.blocks.get(key) === pending) this.blocks.delete(key);
    }
  }

  private reserve(key: string, districtCode: string, day: string) {
    for (const known of this.blocks.keys()) if (!known.endsWith(day)) this.blocks.delete(known);
    const pending = this.database
      .as({ kind: 'job' }, (tx) => tx.query<{ first: number }>(RESERVE, [districtCode, day, BLOCK]))
      .then(([row]) => {
        const first = row?.first ?? 1;
        return { next: first, end: first + BLOCK };
      });
    this.blocks.set(key, pending);
    pending.catch(() => this.blocks.delete(key));
    return pending;
  }
}
