import type { AssignmentView } from '@wangge/contracts';
import { placeNameOf } from '@wangge/domain';
import type { T } from '../i18n/use-texts';

/** "受理员 · 北山社区" */
export function roleWords({ role, scope, scopeName, departmentName }: AssignmentView, t: T): string {
  return [t(`role.${role}`), departmentName ?? (scopeName === null ? scope : placeNameOf(scopeName))].filter(Boolean).join(' · ');
}
