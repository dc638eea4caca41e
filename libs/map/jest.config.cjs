module.exports = require('../../tools/jest/preset.cjs')('map', __dirname);
