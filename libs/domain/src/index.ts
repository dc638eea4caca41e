export * from './access/lens.js';
export * from './access/roles.js';
export * from './access/scope.js';
export * from './access/viewer.js';
export * from './events/available-actions.js';
export * from './events/workflow.js';
