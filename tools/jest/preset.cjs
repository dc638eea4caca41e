// The jest settings every project shares; a project names itself and its folder.
const path = require('node:path');

module.exports = (displayName, rootDir, more = {}) => ({
  displayName,
  rootDir,
  testEnvironment: 'node',
  // Machines are slow when they are busy: a limit is there to end what hangs, not to time what runs.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js', '$1'],
    '^@wangge/([^/]+)$': path.join(__dirname, '../../libs/$1/src/index.ts'),
  },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '\\.(ts|js|mjs)$': path.join(__dirname, 'swc-any.cjs') },
  transformIgnorePatterns: [],
  ...more,
});
