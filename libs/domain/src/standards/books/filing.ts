import type { FilingCondition, MatterClass, StandardLists, StandardRow } from '@wangge/contracts';
import { parseLimit } from '../limit.js';

/** Classes and conditions as the rows of an edition. */
export function filingLists(classes: readonly MatterClass[], conditions: readonly FilingCondition[]): StandardLists {
  return {
    classes: classes.map(({ code, name, majorName, alias2013, origin, retired }): StandardRow => ({
      code,
      name,
      majorName,
      ...(alias2013 !== null && { alias2013 }),
      origin,
      retired: retired ? 'yes' : 'no',
    })),
    conditions: conditions.map(({ id, classCode, filing, closing, limit }) => ({ id, classCode, filing, closing, limit: limit.text })),
  };
}

export interface Filing {
  readonly classes: MatterClass[];
  readonly conditions: FilingCondition[];
}

/** The rows of a published edition as what they mean; each condition says which edition it is of. */
export function filingOf({ classes = [], conditions = [] }: StandardLists, edition: number): Filing {
  return {
    classes: classes.map(({ code = '', name = '', majorName = '', alias2013, origin, retired }) => ({
      code,
      name,
      majorCode: code.slice(0, 2),
      majorName,
      alias2013: alias2013 === undefined || alias2013 === '' ? null : alias2013,
      origin: origin === 'extension' ? 'extension' : 'standard',
      retired: retired === 'yes',
    })),
    conditions: conditions.flatMap(({ id = '', classCode = '', filing = '', closing = '', limit: text = '' }): FilingCondition[] => {
      const limit = parseLimit(text);
      return limit ? [{ id, classCode, filing, closing, limit, fromStandard: true, edition }] : [];
    }),
  };
}
