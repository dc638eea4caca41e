import { CreatePlatform1764000001000 } from './1764000001000-create-platform.js';

/** Every migration, in order. TypeORM sorts by the number at the end of the class's name. */
export const migrations = [CreatePlatform1764000001000] as const;
