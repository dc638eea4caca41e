import type { RegisterDefinition } from '@wangge/domain';
import { answerTasks } from '../../../platform/work/answer-tasks.js';
import { shapeToWgs84, toWgs84 } from '../../../platform/geo/coordinates.js';
import { beginsLikeJson, FeatureReading } from './feature-reading.js';
import { type ReadRow, type TableOptions, TableReading } from './table-reading.js';

interface Opening {
  readonly content: Uint8Array;
  readonly definition: RegisterDefinition;
  readonly options: TableOptions;
}

let table: TableReading | FeatureReading | undefined;
let isShifted = false;

answerTasks({
  async open({ content, definition, options }: Opening) {
    const file = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    isShifted = options.coordinates === 'gcj02';
    // By what it begins like: what a file is called says nothing.
    table = beginsLikeJson(file) ? FeatureReading.open(file, definition, options) : await TableReading.open(file, definition, options);
    return table.head;
  },
  async next() {
    const rows = (await table?.next()) ?? [];
    return isShifted ? rows.map(straightened) : rows;
  },
});

/** Only WGS-84 goes any further. */
function straightened({ reading, ...row }: ReadRow): ReadRow {
  const { point, shape } = reading;
  return { ...row, reading: { ...reading, point: point && toWgs84(point), shape: shape && shapeToWgs84(shape) } };
}
