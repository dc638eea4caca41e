import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FilingCondition, MatterClass } from '@wangge/contracts';
import { extensionsOf, HolidayFile, parseAliases, parseCatalogue, parseConditions } from '@wangge/domain';
import { parse } from 'csv-parse/sync';

/** The same depth below the sources and below what is built from them. */
export const SEED_FOLDER = fileURLToPath(new URL('../../../seed/standards/', import.meta.url));

const HOLIDAYS = /^holiday_\d{4}\.json$/;

export interface StandardsSeed {
  readonly classes: readonly MatterClass[];
  readonly conditions: readonly FilingCondition[];
  readonly holidays: readonly HolidayFile[];
  /** Of what was read: the tables are filled again when the files change, or how they are understood. */
  readonly hash: string;
}

export async function readSeed(folder: string = SEED_FOLDER): Promise<StandardsSeed> {
  const years = (await readdir(folder)).filter((name) => HOLIDAYS.test(name)).sort();
  const [catalogueText = '', aliasText = '', conditionText = '', ...yearTexts] = await Promise.all(
    ['catalogue.csv', 'class-aliases.csv', 'filing-conditions.csv', ...years].map((name) =>
      readFile(`${folder}/${name}`, 'utf8'),
    ),
  );
  const catalogue = parseCatalogue(rowsOf(catalogueText));
  const aliases = parseAliases(rowsOf(aliasText));
  const { conditions, problems } = parseConditions(rowsOf(conditionText), aliases);
  if (problems.length > 0) {
    const lines = problems.map(({ row, problem, text }) => `row ${row}: ${problem}: ${text}`);
    throw new RangeError(`filing-conditions.csv holds rows that cannot be placed: ${lines.join('; ')}`);
  }
  const classes = [...catalogue, ...extensionsOf(aliases, catalogue)];
  const holidays = yearTexts.map((text) => HolidayFile.parse(JSON.parse(text)));
  return { classes, conditions, holidays, hash: hashOf([classes, conditions, holidays]) };
}

/** A file that was edited elsewhere may mix the ends of its lines. */
const rowsOf = (text: string): unknown[] => parse(text, { columns: true, bom: true, record_delimiter: ['\r\n', '\n', '\r'] });

const hashOf = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');
