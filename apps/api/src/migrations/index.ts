import { CreatePlatform1764000001000 } from './1764000001000-create-platform.js';
import { CreateGrid1764000002000 } from './1764000002000-create-grid.js';
import { CreateAccounts1764000003000 } from './1764000003000-create-accounts.js';

/** Every migration, in order. TypeORM sorts by the number at the end of the class's name. */
export const migrations = [CreatePlatform1764000001000, CreateGrid1764000002000, CreateAccounts1764000003000] as const;
