import { z } from 'zod';

/**
 * Every error a client can meet, with its HTTP status. The code is stable; the sentence a user reads
 * stands in libs/texts under the same code.
 */
export const ERROR_STATUS = {
  'request.invalid': 400,
  'request.too-large': 413,
  'request.unsupported-type': 415,
  'session.missing': 401,
  'session.expired': 401,
  'session.invalid': 401,
  'session.wrong-credentials': 401,
  'account.locked': 429,
  'permission.denied': 403,
  'not-found': 404,
  'rate.limited': 429,
  'server.busy': 503,
  'server.failed': 500,
  'record.stale': 409,
  'command.reused': 409,
  'grid.outside-district': 422,
  'grid.swapped-coordinates': 422,
  'grid.too-many-vertices': 422,
  'grid.not-one-community': 422,
  'grid.serials-used-up': 422,
  'grid.topology': 422,
  'grid.change-date': 422,
  'grid.change-pending': 409,
  'grid.change-over': 409,
  'class.unknown': 422,
  'class.retired': 422,
  'condition.unknown': 422,
  'condition.other-class': 422,
  'department.unknown': 422,
  'event.action-unavailable': 409,
  'event.photos-missing': 409,
  'event.same-person': 422,
  'event.merge-target': 422,
  'event.no-checker': 422,
  'event.until-invalid': 422,
  'event.returned-too-often': 422,
  'file.not-declared': 404,
  'file.not-an-image': 422,
  'file.too-many-pixels': 422,
  'file.too-large': 413,
  'file.hash-mismatch': 422,
  'file.incomplete': 409,
  'account.username-taken': 409,
  'account.roles-conflict': 422,
  'account.self': 422,
  'password.weak': 422,
  'record.invalid': 422,
  'record.duplicate': 409,
  'record.referenced': 409,
  'record.same': 422,
  'merge.undone': 409,
  'merge.too-late': 409,
  'move.asked-already': 409,
  'move.decided': 409,
  'move.nowhere': 422,
  'reveal.budget-spent': 429,
  'import.not-a-workbook': 422,
  'import.old-format': 422,
  'import.macros': 422,
  'import.too-large': 422,
  'import.too-many-rows': 422,
  'import.no-header': 422,
  'import.columns-twice': 422,
  'import.empty': 422,
  'import.file-too-large': 413,
  'import.not-ready': 409,
  'import.has-faults': 409,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
export const ErrorCode = z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]);

/** RFC 9457 problem details, as `application/problem+json`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ErrorCode,
  /** The fields at fault, as `body.point.lng`, with the rule each one broke. */
  fields: z.array(z.object({ path: z.string(), rule: z.string() })).optional(),
  /** The record as it is now, where seeing it helps (a stale version). */
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
