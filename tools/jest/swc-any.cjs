// One transformer for everything jest loads: TypeScript sources, and those installed packages
// that are ES modules, compiled to CommonJS by swc. CommonJS files pass through untouched.
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { createTransformer } = require('@swc/jest');

const common = { target: 'es2022', keepClassNames: true };
const typescript = createTransformer({
  jsc: {
    ...common,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
});
const javascript = createTransformer({
  jsc: { ...common, parser: { syntax: 'ecmascript' } },
  module: { type: 'commonjs', ignoreDynamic: false },
  sourceMaps: false,
});

const isModuleFolder = new Map();

/** Reads the nearest package.json upwards, once per folder. */
function isInModuleFolder(folder) {
  const known = isModuleFolder.get(folder);
  if (known !== undefined) return known;
  const manifest = path.join(folder, 'package.json');
  const parent = path.dirname(folder);
  let answer = false;
  if (fs.existsSync(manifest)) answer = JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module';
  else if (parent !== folder) answer = isInModuleFolder(parent);
  isModuleFolder.set(folder, answer);
  return answer;
}

function transformerFor(file) {
  if (/\.[mc]?tsx?$/.test(file)) return typescript;
  if (file.endsWith('.mjs')) return javascript;
  if (file.endsWith('.cjs')) return undefined;
  return isInModuleFolder(path.dirname(file)) ? javascript : undefined;
}

module.exports = {
  process(source, file, options) {
    return transformerFor(file)?.process(source, file, options) ?? { code: source };
  },
  getCacheKey(source, file, options) {
    return (
      transformerFor(file)?.getCacheKey(source, file, options) ??
      createHash('sha1').update(file).update(source).digest('hex')
    );
  },
};
