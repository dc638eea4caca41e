module.exports = require('../../tools/jest/preset.cjs')('domain', __dirname);
