module.exports = require('../../tools/jest/preset.cjs')('phone', __dirname);
