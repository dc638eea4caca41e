/** Names that addresses, replies or the language itself use: a field called so would be taken for something else. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['id', 'ids', 'register', 'title', 'version', 'chain', 'names', 'point', 'values', 'masked', 'related'],
  ...['scope', 'q', 'sort', 'page', 'perpage', 'cursor', 'from', 'to', 'bbox', 'gridcode', 'fields', 'format', 'filter'],
  ...['createdat', 'createdby', 'updatedat', 'updatedby', 'deletedat', 'deletedby', 'districtcode', 'prototype'],
]);

export const isReservedName = (name: string): boolean => RESERVED.has(name.toLowerCase()) || name in Object.prototype;
