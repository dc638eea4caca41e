import type { RegisterDefinition } from '@wangge/domain';
import { answerTasks } from '../../../platform/work/answer-tasks.js';
import { type TableOptions, TableReading } from './table-reading.js';

interface Opening {
  readonly content: Uint8Array;
  readonly definition: RegisterDefinition;
  readonly options: TableOptions;
}

let table: TableReading | undefined;

answerTasks({
  async open({ content, definition, options }: Opening) {
    table = await TableReading.open(Buffer.from(content.buffer, content.byteOffset, content.byteLength), definition, options);
    return table.head;
  },
  next: () => table?.next(),
});
