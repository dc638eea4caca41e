export * from './api-error.js';
export * from './client.js';
export * from './hash.js';
export * from './sha256.js';
export * from './stream.js';
