import { Injectable } from '@nestjs/common';
import type { FieldValues } from '@wangge/contracts';
import { localDate, type ParseMode, parseValues, type RegisterDefinition, type ValueOptions } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { apiError } from '../../platform/http/errors.js';

/** Values as they are stored, by the rules of today. A demonstration knows numbers that belong to nobody. */
@Injectable()
export class ValueRules {
  constructor(
    private readonly clock: SystemClock,
    private readonly config: Config,
  ) {}

  now(): ValueOptions {
    return { today: localDate(this.clock.now().toISOString()), allowDemoDivision: this.config.demo };
  }

  parse(definition: RegisterDefinition, values: FieldValues, mode: ParseMode): FieldValues {
    const parsed = parseValues(definition, values, mode, this.now());
    if ('faults' in parsed) {
      const fields = parsed.faults.slice(0, 20).map(({ path, rule }) => ({ path: `body.values.${path}`.slice(0, 200), rule }));
      throw apiError('record.invalid', { fields });
    }
    return parsed.values;
  }
}
