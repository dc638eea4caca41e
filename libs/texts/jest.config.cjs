module.exports = require('../../tools/jest/preset.cjs')('texts', __dirname);
