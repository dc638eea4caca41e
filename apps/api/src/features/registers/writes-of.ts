import type { RegisterDefinition } from '@wangge/domain';
import type { RecordWrites } from './record-writes.js';
import { sharedWrites } from './shared-writes.js';
import { typedWrites } from './typed-writes.js';

export const writesOf = (definition: RegisterDefinition): RecordWrites =>
  definition.storage ? sharedWrites(definition, definition.storage) : typedWrites(definition);
