import { z } from 'zod';

/**
 * How a city's class became a class of 2026: `same` and `renamed` keep their number, `moved` got another one, `adopted`
 * was local and is now in the standard, `nearest` is part of a wider class, `extension` stays a local class.
 */
export const AliasRelation = z.enum(['same', 'renamed', 'moved', 'adopted', 'nearest', 'extension']);
export type AliasRelation = z.infer<typeof AliasRelation>;

/** A row of the reviewed alias list. */
export const ClassAlias = z
  .object({
    kind: z.enum(['component', 'event']),
    major_code: z.string().regex(/^\d{2}$/),
    minor_code: z.string().regex(/^\d{2}$/),
    minor_name: z.string().min(1),
    relation: AliasRelation,
    class_codes: z.string().regex(/^\d{5}(;\d{5})*$/),
    extension_name: z.string(),
  })
  .refine((row) => (row.relation === 'extension') === (row.extension_name !== ''), 'an extension has a name, others have none')
  .transform((row) => ({
    kind: row.kind,
    majorCode: row.major_code,
    minorCode: row.minor_code,
    name: row.minor_name,
    relation: row.relation,
    /** Mostly one; a class that the standard has split is placed on each part. */
    classCodes: row.class_codes.split(';'),
    extensionName: row.extension_name,
  }));
export type ClassAlias = z.infer<typeof ClassAlias>;

export const parseAliases = (rows: readonly unknown[]): ClassAlias[] => rows.map((row) => ClassAlias.parse(row));
