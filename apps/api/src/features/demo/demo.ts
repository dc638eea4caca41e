import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { DemoCasting, type DemoCast } from './demo-cast.js';
import { DemoEvents } from './demo-events.js';
import { DemoRegisters } from './demo-registers.js';
import { readMark } from './load/load-mark.js';

/** A lively district: its people, a month of its events, and its registers. */
@Injectable()
export class Demo {
  constructor(
    private readonly config: Config,
    private readonly casting: DemoCasting,
    private readonly events: DemoEvents,
    private readonly registers: DemoRegisters,
  ) {}

  async make(report: (line: string) => void): Promise<DemoCast> {
    const cast = await this.casting.cast();
    // What was generated for a trial of speed stays as it is.
    if ((await readMark(this.config.dataDir)) !== undefined) return cast;
    await this.events.make(cast, report);
    await this.registers.make(cast, report);
    return cast;
  }

  /** What is not needed for a first look, while the server already works. */
  async makeRest(goesOn: () => boolean): Promise<void> {
    if ((await readMark(this.config.dataDir)) === undefined) await this.registers.makeRest(await this.casting.cast(), goesOn);
  }
}
