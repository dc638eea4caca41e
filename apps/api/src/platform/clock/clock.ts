import { Injectable } from '@nestjs/common';

/** The time of day, injected so that tests and the demo can live at another hour. */
@Injectable()
export class SystemClock {
  now(): Date {
    return new Date();
  }
}
