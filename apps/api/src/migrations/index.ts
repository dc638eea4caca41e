import { CreatePlatform1764000001000 } from './1764000001000-create-platform.js';
import { CreateGrid1764000002000 } from './1764000002000-create-grid.js';
import { CreateAccounts1764000003000 } from './1764000003000-create-accounts.js';
import { CreateStandards1764000004000 } from './1764000004000-create-standards.js';
import { CreateTasks1764000004500 } from './1764000004500-create-tasks.js';
import { CreateEvents1764000005000 } from './1764000005000-create-events.js';
import { IndexIndicators1764000006000 } from './1764000006000-index-indicators.js';
import { CreateAudit1764000006500 } from './1764000006500-create-audit.js';
import { CreateRegisters1764000007000 } from './1764000007000-create-registers.js';
import { WidenEvents1764000009000 } from './1764000009000-widen-events.js';
import { SayChoices1764000009100 } from './1764000009100-say-choices.js';
import { DissolveDepartments1764000009200 } from './1764000009200-dissolve-departments.js';
import { CreateImports1764000010000 } from './1764000010000-create-imports.js';
import { CreateGridChanges1764000008000 } from './1764000008000-create-grid-changes.js';
import { KeepFacts1764000016000 } from './1764000016000-keep-facts.js';
import { CreateSharedRecords1764000011000 } from './1764000011000-create-shared-records.js';
import { CreateSkyObjectsSituations1764000013000 } from './1764000013000-create-sky-objects-situations.js';
import { CreateLandPeopleHouseholds1764000013100 } from './1764000013100-create-land-people-households.js';
import { CreateDuplicates1764000012000 } from './1764000012000-create-duplicates.js';
import { CreateRecordMoves1764000012100 } from './1764000012100-create-record-moves.js';
import { CreateRegisterDefinitions1764000011100 } from './1764000011100-create-register-definitions.js';
import { CreateExports1764000017000 } from './1764000017000-create-exports.js';
import { CreateStandardEditions1764000022000 } from './1764000022000-create-standard-editions.js';
import { OpenTheTrail1764000019000 } from './1764000019000-open-the-trail.js';
import { KeepForATime1764000019100 } from './1764000019100-keep-for-a-time.js';
import { CreateCollections1764000020000 } from './1764000020000-create-collections.js';
import { ExportCollections1764000020100 } from './1764000020100-export-collections.js';
import { CreateAttachments1764000021000 } from './1764000021000-create-attachments.js';
import { ImportCoordinates1764000021100 } from './1764000021100-import-coordinates.js';
import { CreateRecordTags1764000018000 } from './1764000018000-create-record-tags.js';
import { KeepPresence1764000018100 } from './1764000018100-keep-presence.js';
import { LookEventsUpByKey1764000023000 } from './1764000023000-look-events-up-by-key.js';

/** Every migration, in order. TypeORM sorts by the number at the end of the class's name. */
export const migrations = [
  CreatePlatform1764000001000,
  CreateGrid1764000002000,
  CreateAccounts1764000003000,
  CreateStandards1764000004000,
  CreateTasks1764000004500,
  CreateEvents1764000005000,
  IndexIndicators1764000006000,
  CreateAudit1764000006500,
  CreateRegisters1764000007000,
  WidenEvents1764000009000,
  SayChoices1764000009100,
  DissolveDepartments1764000009200,
  CreateImports1764000010000,
  CreateGridChanges1764000008000,
  KeepFacts1764000016000,
  CreateSharedRecords1764000011000,
  CreateSkyObjectsSituations1764000013000,
  CreateLandPeopleHouseholds1764000013100,
  CreateDuplicates1764000012000,
  CreateRecordMoves1764000012100,
  CreateRegisterDefinitions1764000011100,
  CreateExports1764000017000,
  CreateStandardEditions1764000022000,
  OpenTheTrail1764000019000,
  KeepForATime1764000019100,
  CreateCollections1764000020000,
  ExportCollections1764000020100,
  CreateAttachments1764000021000,
  ImportCoordinates1764000021100,
  CreateRecordTags1764000018000,
  KeepPresence1764000018100,
  LookEventsUpByKey1764000023000,
] as const;
