/** Where a register's imports stand in the console. */
export const importsAddress = (register: string): string => `/registers/${register}/import`;
export const importAddress = (register: string, id: string): string => `/registers/${register}/import/${id}`;
