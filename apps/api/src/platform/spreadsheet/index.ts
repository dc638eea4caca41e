export type { SheetRow } from './sheet-rows.js';
export { SpreadsheetError, type SpreadsheetFault } from './spreadsheet-error.js';
export { type Sheet, Workbook } from './workbook.js';
export { type Dropdown, type OutCell, type OutSheet, workbookStream } from './workbook-stream.js';
