import type { StandardRow } from '@wangge/contracts';
import { covers } from '../../access/scope.js';

/** What a rule asks of a case. A part that is blank asks nothing. */
export interface RoutingRule {
  readonly name: string;
  readonly classCode: string;
  readonly area: string;
  readonly source: string;
  /** One of them stands in the text. */
  readonly terms: readonly string[];
  readonly department: string;
  /** It asks nothing at all. */
  readonly isOpen: boolean;
}
export interface RoutedCase {
  readonly classCode: string | null;
  readonly gridCode: string;
  readonly source: string;
  readonly text: string;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

export function ruleOf({ name = '', classCode = '', area = '', source = '', term = '', department = '' }: StandardRow): RoutingRule {
  const terms = folded(term)
    .split(/[、,;，；]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const isOpen = classCode === '' && area === '' && source === '' && terms.length === 0;
  return { name, classCode, area, source, terms, department, isOpen };
}

export const matchesRule = ({ classCode, area, source, terms }: RoutingRule, given: RoutedCase): boolean =>
  (classCode === '' || (given.classCode?.startsWith(classCode) ?? false)) &&
  covers(area, given.gridCode) &&
  (source === '' || source === given.source) &&
  (terms.length === 0 || terms.some((term) => folded(given.text).includes(term)));

/** The first rule that matches wins. */
export const routeOf = (rules: readonly RoutingRule[], given: RoutedCase): RoutingRule | undefined =>
  rules.find((rule) => matchesRule(rule, given));

/** Whatever the one matches, the other matches too: behind it, the one never gets a case. */
export const isCoveredBy = (one: RoutingRule, other: RoutingRule): boolean =>
  one.classCode.startsWith(other.classCode) &&
  covers(other.area, one.area) &&
  (other.source === '' || other.source === one.source) &&
  (other.terms.length === 0 || (one.terms.length > 0 && one.terms.every((term) => other.terms.some((wider) => term.includes(wider)))));
