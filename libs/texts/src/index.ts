export * from './common.js';
export * from './console.js';
export * from './exchange.js';
export * from './locale.js';
export * from './phone.js';
export * from './report.js';
export * from './translate.js';
export * from './wall.js';
