module.exports = require('../../tools/jest/preset.cjs')('wall', __dirname);
