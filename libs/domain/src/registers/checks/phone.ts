import { type Checked, plain } from './checked.js';

/** A mobile number has 11 digits from 1; a landline its area code (010, 02x or four digits) and 7 or 8 digits. */
const MOBILE = /^1\d{10}$/;
const LANDLINE = /^0(10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/;

/** Digits only, so that the same number is found however it was written. */
export function checkPhone(text: string): Checked<'phone-form'> {
  const value = plain(text)
    .replace(/^(\+|00)86/, '')
    .replace(/[-()]/g, '');
  return MOBILE.test(value) || LANDLINE.test(value) ? { value } : { rule: 'phone-form' };
}
