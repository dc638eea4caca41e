const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };

/** Text of a standard as it should be read: one width for each sign, no stray spaces, `25 cm²` for `25c㎡`. */
export function tidy(text: string): string {
  return spacedMeasures(
    text
      .replace(/[０-９Ａ-Ｚａ-ｚ％]/g, (wide) => wide.normalize('NFKC'))
      .replaceAll('㎡', 'm²')
      .replace(/(?<=\d\s?c?m)2(?![\d.])/g, '²')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/ ?([,;:()]) ?/g, (_, sign: string) => WIDE[sign] ?? sign)
      .replace(/(?<=[\p{Script=Han}，、；：。（）]) | (?=[\p{Script=Han}，、；：。（）])/gu, ''),
  );
}

/** A number and its unit stand apart from each other and from the words around them. */
const spacedMeasures = (text: string): string =>
  text
    .replace(/(?<![\d.])(\d+(?:\.\d+)?) ?(cm²|mm|cm|m²|m)(?![A-Za-z²])/g, '$1 $2')
    .replace(/(?<=\p{Script=Han})(?=\d+(?:\.\d+)? (?:cm|mm|m))/gu, ' ')
    .replace(/(?<=\d (?:cm²|mm|cm|m²|m))(?=\p{Script=Han})/gu, ' ');
