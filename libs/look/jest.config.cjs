module.exports = require('../../tools/jest/preset.cjs')('look', __dirname);
