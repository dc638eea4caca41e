module.exports = require('../../tools/jest/preset.cjs')('test-architecture', __dirname);
