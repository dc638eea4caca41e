import { Injectable } from '@nestjs/common';
import { DemoCasting, type DemoCast } from './demo-cast.js';
import { DemoEvents } from './demo-events.js';
import { DemoRegisters } from './demo-registers.js';

/** A lively district: its people, a month of its events, and its registers. */
@Injectable()
export class Demo {
  constructor(
    private readonly casting: DemoCasting,
    private readonly events: DemoEvents,
    private readonly registers: DemoRegisters,
  ) {}

  async make(report: (line: string) => void): Promise<DemoCast> {
    const cast = await this.casting.cast();
    await this.events.make(cast, report);
    await this.registers.make(cast, report);
    return cast;
  }
}
