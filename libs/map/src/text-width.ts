/** Width of a text before it is drawn: a Chinese character is as wide as it is high, a Latin one about 0.56 of that. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const character of text) units += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.56;
  return Math.ceil(units * size);
}
