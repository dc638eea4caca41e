/** Text without what copying leaves around it: blanks of every width, marks of direction, a leading apostrophe. */
export const plainText = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g, '')
    .replace(/^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/g, '')
    .replace(/^'(?=.)/, '');
