import { Injectable } from '@nestjs/common';
import { localDate, type Viewer } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import { apiError } from '../../platform/http/errors.js';
import { RegistersRepository } from './registers.repository.js';

/** How many masked values or sealed files an account may read in full on one day. */
export const REVEALS_A_DAY = 30;

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

@Injectable()
export class RevealBudget {
  constructor(private readonly records: RegistersRepository) {}

  /** Counts one more and answers how many are left; ends under the job lens. Throws where there is none left today. */
  async charge(tx: Transaction, viewer: Viewer, now: Date): Promise<number> {
    await tx.become({ kind: 'job' });
    const account = { districtCode: viewer.districtCode, id: viewer.accountId, day: localDate(now.toISOString()) };
    const used = await this.records.charge(tx, account, REVEALS_A_DAY);
    if (used === undefined) throw apiError('reveal.budget-spent', { retryAfter: untilMidnight(now) });
    return REVEALS_A_DAY - used;
  }
}

/** Seconds until the next day begins in Shanghai. */
const untilMidnight = (now: Date): number => Math.ceil((DAY_MS - ((now.getTime() + SHANGHAI_MS) % DAY_MS)) / 1000);
