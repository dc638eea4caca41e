import { Injectable } from '@nestjs/common';
import type { RegisterDefinition } from '@wangge/domain';

/** A register whose records another feature keeps: its definition says what they are read from. */
export type BackedRegister = RegisterDefinition & Required<Pick<RegisterDefinition, 'backing'>>;

/** Where features above the registers say, once at their start, what of theirs is also seen as a register. */
@Injectable()
export class RegisterBackings {
  private readonly makers: (() => BackedRegister)[] = [];

  /** Asked anew whenever the registers are read, since dictionaries may change meanwhile. */
  add(make: () => BackedRegister): void {
    this.makers.push(make);
  }

  get all(): readonly BackedRegister[] {
    return this.makers.map((make) => make());
  }
}
