import type { MatterClass } from '@wangge/contracts';
import { z } from 'zod';
import type { ClassAlias } from './aliases.js';
import { alias2013Of, isLocal2013 } from './code-2013.js';

/** A row of the catalogue of GB/T 47678.5-2026. Components share the numbers of their matters. */
const CatalogueRow = z.object({
  kind: z.enum(['component', 'matter']),
  major_code: z.string().regex(/^\d{2}$/),
  major_name: z.string().min(1),
  code5: z.string().regex(/^\d{5}$/),
  name: z.string().min(1),
});

/** The matters among the rows: an event's class is always a matter. */
export function parseCatalogue(rows: readonly unknown[]): MatterClass[] {
  return rows
    .map((row) => CatalogueRow.parse(row))
    .filter(({ kind }) => kind === 'matter')
    .map((row) => ({
      code: row.code5,
      name: row.name,
      majorCode: row.major_code,
      majorName: row.major_name,
      alias2013: alias2013Of(row.code5),
      origin: 'standard',
      retired: false,
    }));
}

/** The local classes an alias list names; the standard wants their names marked as such. */
export function extensionsOf(aliases: readonly ClassAlias[], catalogue: readonly MatterClass[]): MatterClass[] {
  const majors = new Map(catalogue.map(({ majorCode, majorName }) => [majorCode, majorName]));
  const extensions = new Map<string, MatterClass>();
  for (const { relation, classCodes, extensionName, majorCode, minorCode } of aliases) {
    for (const code of relation === 'extension' ? classCodes : []) {
      if (extensions.has(code)) continue;
      const major = code.slice(0, 2);
      const majorName = majors.get(major);
      if (majorName === undefined) throw new RangeError(`an extension in an unknown major class: ${code}`);
      const alias2013 = isLocal2013({ minorCode }) ? null : majorCode + minorCode;
      const name = `${extensionName}（自定义）`;
      extensions.set(code, { code, name, majorCode: major, majorName, alias2013, origin: 'extension', retired: false });
    }
  }
  return [...extensions.values()].sort((a, b) => a.code.localeCompare(b.code));
}
