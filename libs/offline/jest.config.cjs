module.exports = require('../../tools/jest/preset.cjs')('offline', __dirname);
