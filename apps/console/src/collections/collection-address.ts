export const COLLECTIONS = '/collections';
export const MAKE_COLLECTION = '/collections/make';
export const collectionAddress = (id: string): string => `${COLLECTIONS}/${id}`;
