import { type Checked, plain } from './checked.js';
import { type DivisionOptions, isDivision } from './division.js';

/** GB/T 47678.5: division 6, class 5 (major 01 to 05, minor 3), serial 6: 17 digits. */
const FORM = /^(\d{6})(0[1-5](?!000)\d{3})(?!000000)(\d{6})$/;

export type ComponentCodeRule = 'component-code-form' | 'component-code-division' | 'component-code-class';

export interface ComponentCodeOptions extends DivisionOptions {
  /** Where a catalogue is at hand, whether it has the class. */
  readonly isKnownClass?: (classCode: string) => boolean;
}

export function checkComponentCode(text: string, options: ComponentCodeOptions = {}): Checked<ComponentCodeRule> {
  const value = plain(text);
  const [, division = '', classCode = ''] = FORM.exec(value) ?? [];
  if (classCode === '') return { rule: 'component-code-form' };
  if (!isDivision(division, options)) return { rule: 'component-code-division' };
  return options.isKnownClass?.(classCode) === false ? { rule: 'component-code-class' } : { value };
}

/** The class within a component's code. */
export const componentClassOf = (code: string): string => code.slice(6, 11);
