module.exports = require('../../tools/jest/preset.cjs')('test-browser', __dirname, {
  setupFilesAfterEnv: ['<rootDir>/once-more.ts'],
});
