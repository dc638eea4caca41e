import type { StandardRow } from '@wangge/contracts';
import { covers } from '../../access/scope.js';

export interface Responsibility {
  readonly classCode: string;
  readonly conditionId: string;
  readonly area: string;
  readonly department: string;
  readonly ground: string;
}
export interface ResponsibilityQuestion {
  readonly classCode: string;
  readonly conditionId: string | null;
  readonly gridCode: string;
}

export const responsibilityOf = ({ classCode = '', conditionId = '', area = '', department = '', ground = '' }: StandardRow): Responsibility => ({
  classCode,
  conditionId,
  area,
  department,
  ground,
});

/**
 * Who is responsible: what is said of the condition goes before what is said of the class, that before the major
 * class; among these the smaller area. The order of the rows does not matter.
 */
export function responsibleFor(list: readonly Responsibility[], asked: ResponsibilityQuestion): Responsibility | undefined {
  return list
    .filter(
      ({ classCode, conditionId, area }) =>
        asked.classCode.startsWith(classCode) && covers(area, asked.gridCode) && (conditionId === '' || conditionId === asked.conditionId),
    )
    .reduce<Responsibility | undefined>((best, each) => (best === undefined || isCloser(each, best) ? each : best), undefined);
}

const isCloser = (one: Responsibility, other: Responsibility): boolean => {
  const ranks = ({ conditionId, classCode, area }: Responsibility) => [conditionId === '' ? 0 : 1, classCode.length, area.length];
  const [a, b] = [ranks(one), ranks(other)];
  const at = a.findIndex((rank, index) => rank !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
};
