/** The looks of a cell, in the order of their numbers in the file. All but `plain` are text: a code stays a code. */
export const STYLES = ['plain', 'text', 'title', 'required', 'optional', 'reason', 'wrong', 'note', 'heading'] as const;
export type Style = (typeof STYLES)[number];

const font = (more: string, color = '1B2430') =>
  `<font>${more}<sz val="11"/><color rgb="FF${color}"/><name val="Microsoft YaHei"/><family val="2"/></font>`;
const fill = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;
const look = (fontId: number, fillId: number, wraps: boolean, format = 49) =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="${wraps ? 'top' : 'center'}"${wraps ? ' wrapText="1"' : ''}/></xf>`;

const LOOKS: Readonly<Record<Style, string>> = {
  plain: look(0, 0, false, 0),
  text: look(0, 0, false),
  title: look(3, 0, false),
  required: look(1, 2, true),
  optional: look(2, 3, true),
  reason: look(4, 4, true),
  wrong: look(0, 4, false),
  note: look(0, 0, true),
  heading: look(2, 3, false),
};

export const STYLESHEET = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<fonts count="5">${font('')}${font('<b/>', 'FFFFFF')}${font('<b/>')}${font('<b/>', '1556C0')}${font('', 'B42525')}</fonts>
<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('1556C0')}${fill('DFE4EA')}${fill('FDECEC')}</fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${STYLES.length}">${STYLES.map((style) => LOOKS[style]).join('')}</cellXfs>
</styleSheet>`;
