module.exports = require('../../tools/jest/preset.cjs')('test-browser', __dirname);
