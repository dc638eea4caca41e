// Writes docs/licences.md, the list of all dependencies with their licences, from package-lock.json;
// with --check it only compares, and in both cases fails on a licence that the Open Source
// Initiative has not approved.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './setup/places.mjs';

const LIST = `${ROOT}/docs/licences.md`;

/** Approved by the Open Source Initiative (SPDX names), as far as our dependencies use them. */
const APPROVED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Where package.json says nothing or says it wrongly: what the licence file of the package says, read by hand. */
const CORRECTED = {
  'css-mediaquery': { licence: 'BSD-3-Clause', why: 'package.json says only "BSD"' },
  'passport-strategy': { licence: 'MIT', why: 'named in its LICENSE only' },
  pause: { licence: 'MIT', why: 'named in its readme only' },
  'splaytree-ts': { licence: 'BSD-3-Clause', why: 'package.json misspells it' },
};

/** No software: tables of data that a build tool reads, and that nothing we ship contains. */
const DATA = { 'caniuse-lite': 'CC-BY-4.0' };

const lock = JSON.parse(readFileSync(`${ROOT}/package-lock.json`, 'utf8'));
const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

function entries() {
  const seen = new Map();
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (!place.includes('node_modules/') || entry.link) continue;
    const name = nameOf(place);
    const licence = CORRECTED[name]?.licence ?? entry.license ?? 'unknown';
    const key = `${name}@${entry.version}`;
    const known = seen.get(key);
    seen.set(key, { name, version: entry.version, licence, isDev: Boolean(entry.dev) && (known?.isDev ?? true) });
  }
  return [...seen.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** Of alternatives one has to be approved, of a sum all. */
function isApproved(licence) {
  const bare = licence.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isApproved);
  return bare.split(' AND ').every((id) => APPROVED.has(id));
}

function complaints(all) {
  const wrong = all.filter(({ name, licence }) => !isApproved(licence) && DATA[name] !== licence);
  return wrong.map(({ name, version, licence }) => `${name}@${version}: ${licence}`);
}

function table(rows) {
  return ['| package | version | licence |', '|---|---|---|', ...rows.map((row) => `| ${row.name} | ${row.version} | ${row.licence} |`)];
}

function page(all) {
  const notes = Object.entries(CORRECTED).map(([name, { licence, why }]) => `- ${name} is ${licence}: ${why}.`);
  return [
    '# Licences of the dependencies / 依赖许可证',
    '',
    'Made by `node tools/licences.mjs` from `package-lock.json`; `npm test` compares it and refuses any licence that the',
    'Open Source Initiative has not approved. 由 `node tools/licences.mjs` 生成,`npm test` 会核对。',
    '',
    ...notes,
    ...Object.entries(DATA).map(([name, licence]) => `- ${name} (${licence}) is a table of data read by build tools; nothing we ship contains it.`),
    '',
    '## Needed to run / 运行所需',
    '',
    ...table(all.filter((entry) => !entry.isDev)),
    '',
    '## Needed to build and test only / 仅构建与测试',
    '',
    ...table(all.filter((entry) => entry.isDev)),
    '',
  ].join('\n');
}

const all = entries();
const text = page(all);
const isCheck = process.argv.includes('--check');
const isCurrent = existsSync(LIST) && readFileSync(LIST, 'utf8') === text;
const wrong = complaints(all);
for (const complaint of wrong) console.error(`not an approved licence: ${complaint}`);
if (isCheck && !isCurrent) console.error(`${path.relative(ROOT, LIST)} is out of date: run node tools/licences.mjs`);
if (!isCheck) writeFileSync(LIST, text);
process.exitCode = wrong.length > 0 || (isCheck && !isCurrent) ? 1 : 0;
