export * from './deadline-sentence.js';
export * from './deadline-strip.js';
export * from './formats.js';
export * from './local-time.js';
export * from './marks.js';
export * from './place-names.js';
export * from './status-look.js';
export * from './time-left.js';
