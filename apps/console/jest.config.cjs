module.exports = require('../../tools/jest/preset.cjs')('console', __dirname);
