/** What a check made of a text: the value as it is stored, or the rule it broke. */
export type Checked<Rule extends string = string> = { readonly value: string } | { readonly rule: Rule };

/** Full-width digits and letters become plain ones, spaces go: what an input method or a scan leaves behind. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
