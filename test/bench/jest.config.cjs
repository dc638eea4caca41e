module.exports = require('../../tools/jest/preset.cjs')('test-bench', __dirname);
