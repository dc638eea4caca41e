import type { TagGroup } from '@wangge/contracts';

/**
 * The one relation through which a transaction reads or writes. Each kind is a database role with one policy
 * of its own (apps/api/src/platform/database/lens-role.ts); lists never mix two of them.
 */
export type AreaLens = Tagged & { readonly kind: 'region' | 'district' | 'street' | 'community' | 'grid'; readonly code: string };
export type Lens =
  | AreaLens
  /** Dispatched to one of these departments. */
  | { readonly kind: 'department'; readonly departmentIds: readonly string[] }
  /** One of these departments was called to help with it (吹哨). */
  | { readonly kind: 'assisting'; readonly departmentIds: readonly string[] }
  /** Reported by this account. */
  | { readonly kind: 'mine'; readonly accountId: string }
  /** A task of this account. */
  | { readonly kind: 'assigned'; readonly accountId: string }
  /** Reported without an account, by whoever holds the secret. */
  | { readonly kind: 'public'; readonly secretHash: string }
  /** A single record by its key, through any of the viewer's relations at once. */
  | (Tagged & {
      readonly kind: 'member';
      readonly accountId: string;
      readonly codes: readonly string[];
      readonly departmentIds: readonly string[];
    })
  /** Writing: exactly one record, which another lens has shown to be visible, and what hangs on it. */
  | (Tagged & { readonly kind: 'record'; readonly id: string })
  /** Reference data (grid, standards, departments) without any record of the registers or the loop. */
  | { readonly kind: 'reference' }
  /** The audit trail of one district, which nobody else's lens shows. */
  | { readonly kind: 'audit'; readonly districtCode: string }
  /** Accounts and sessions: signing in, before there is a viewer. */
  | { readonly kind: 'accounts' }
  /** The platform's own work: timers, outbox, folding. */
  | { readonly kind: 'job' };

/** The tags of one group are readable within the lens; without this none are. */
type Tagged = { readonly tag?: TagGroup };

const KIND_BY_LENGTH = { 2: 'region', 4: 'region', 6: 'district', 9: 'street', 12: 'community', 15: 'grid' } as const;

/** The lens of an area, by the length of its code. Throws where the code is of no level. */
export function areaLens(code: string): AreaLens {
  const kind = /^\d+$/.test(code) ? KIND_BY_LENGTH[code.length as keyof typeof KIND_BY_LENGTH] : undefined;
  if (!kind) throw new RangeError(`not a code of the tree: ${code.length} characters`);
  return { kind, code };
}
