/** Why a file is not read: stable words, from which the caller makes its answer. */
export type SpreadsheetFault = 'not-a-workbook' | 'old-format' | 'macros' | 'too-large';

export class SpreadsheetError extends Error {
  override readonly name = 'SpreadsheetError';

  constructor(readonly fault: SpreadsheetFault) {
    super(fault);
  }
}
