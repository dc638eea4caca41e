import { Injectable } from '@nestjs/common';
import type { Screen } from '@wangge/contracts';
import { z } from 'zod';
import { SystemClock } from '../../../platform/clock/clock.js';

const HOUR = 3_600_000;
const hours = (otherwise: number) => z.coerce.number().min(0.25).max(168).default(otherwise);
const Environment = z.object({ WANGGE_IDLE_HOURS: hours(8), WANGGE_IDLE_HOURS_PHONE: hours(12) });

const ACCESS_TOKEN = HOUR / 6;
const SESSION = 7 * 24 * HOUR;

/** For so long after a rotation the token before it is taken for one whose answer was lost. */
export const LOST_ANSWER = 30_000;

/** How long the parts of a session last, seen from now. */
@Injectable()
export class SessionTimes {
  private readonly idle = Environment.parse(process.env);

  constructor(private readonly clock: SystemClock) {}

  now(): Date {
    return this.clock.now();
  }

  accessTokenEnd(): Date {
    return this.in(ACCESS_TOKEN);
  }

  /** A session ends then, however much it is used. */
  sessionEnd(): Date {
    return this.in(SESSION);
  }

  /** A session that is not refreshed until then is over: a phone lies in a pocket for half a shift. */
  idleEnd(screen: Screen): Date {
    return this.in(HOUR * (screen === 'phone' ? this.idle.WANGGE_IDLE_HOURS_PHONE : this.idle.WANGGE_IDLE_HOURS));
  }

  private in(milliseconds: number): Date {
    return new Date(this.clock.now().getTime() + milliseconds);
  }
}
