module.exports = require('../../tools/jest/preset.cjs')('test-api', __dirname);
