import type { FieldValues, RecordView } from '@wangge/contracts';
import type { RegisterDefinition, Viewer } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import { FileIntake, FilesModule } from '../../../platform/files/index.js';
import { SecretsModule } from '../../../platform/secrets/secrets.module.js';
import type { TestDatabase } from '../../../testing/index.js';
import { startTestServer, type TestClock } from '../../../testing/test-server.js';
import { AccountsModule } from '../../accounts/index.js';
import { AttachmentOpening } from '../attachments/attachment-opening.js';
import { AttachmentsService } from '../attachments/attachments.service.js';
import { LikenessRepository } from '../likeness/likeness.repository.js';
import { LikenessSweep } from '../likeness/likeness-sweep.js';
import { PairsService } from '../likeness/pairs.service.js';
import { RecordComparing } from '../likeness/record-comparing.js';
import { SimilarInBulk } from '../likeness/similar-in-bulk.js';
import { SimilarRecordsService } from '../likeness/similar-records.service.js';
import { MergesService } from '../merge/merges.service.js';
import { Merging } from '../merge/merging.service.js';
import { Unmerging } from '../merge/unmerging.service.js';
import { MovesService } from '../moves/moves.service.js';
import { PlacePictures } from '../place-picture.service.js';
import { RecordActions } from '../record-actions.service.js';
import { RecordChanges } from '../record-changes.service.js';
import { RecordCreation } from '../record-creation.service.js';
import { RecordFinding } from '../record-finding.service.js';
import { RecordPages } from '../record-pages.js';
import { RegisterCatalogue } from '../register-catalogue.js';
import { RegistersModule } from '../registers.module.js';
import { RegistersRepository } from '../registers.repository.js';
import { RegistersService } from '../registers.service.js';
import { TagCounts } from '../tags/tag-counts.js';
import { TagReading } from '../tags/tag-reading.service.js';
import { TagWriting } from '../tags/tag-writing.service.js';

export const GRIDS = ['230302001001001', '230302001001002', '230302001002001', '230302002001001'] as const;
const NODES = [...new Set(GRIDS.flatMap((code) => [6, 9, 12, 15].map((length) => code.slice(0, length))))];

export const viewerOf = (scope: string, role: Viewer['assignments'][number]['role'] = 'community-staff'): Viewer => ({
  accountId: uuid(),
  name: `某${role}`,
  districtCode: scope.slice(0, 6),
  assignments: [{ role, scope }],
});

export async function makeGrids({ superuser }: TestDatabase): Promise<void> {
  await superuser.query(
    `insert into grid_node (code, name, geom, center, fictional, valid_from)
     select code, '名称' || code, ST_Multi(ST_MakeEnvelope(130, 45, 131, 46, 4326)), ST_SetSRID(ST_MakePoint(130.5, 45.5), 4326), true, '2026-01-01'
       from unnest($1::text[]) as code order by length(code) on conflict do nothing`,
    [NODES],
  );
}

/** The registers of one database, without HTTP; the job that compares runs when it is told to. */
export async function registersOn(testDatabase: TestDatabase) {
  await makeGrids(testDatabase);
  const server = await startTestServer(testDatabase, [SecretsModule, FilesModule, AccountsModule, RegistersModule]);
  const sweep = server.app.get(LikenessSweep, { strict: false });
  await sweep.onModuleDestroy();
  const creation = server.app.get(RecordCreation, { strict: false });
  return {
    clock: server.clock satisfies TestClock,
    sweep: () => sweep.sweep(),
    /** As another process would that has just been started. */
    sweepAnew: () => {
      const { app, clock } = server;
      const [waiting, comparing] = [app.get(LikenessRepository, { strict: false }), app.get(RecordComparing, { strict: false })];
      return new LikenessSweep(testDatabase.database, waiting, comparing, app.get(RegisterCatalogue, { strict: false }), clock).sweep();
    },
    /** Records with their values in full. */
    plain: (definition: RegisterDefinition, ids: readonly string[]) =>
      testDatabase.database.as({ kind: 'job' }, (tx) =>
        server.app.get(RegistersRepository, { strict: false }).listPlain(tx, definition, '230302', ids),
      ),
    attachments: server.app.get(AttachmentsService, { strict: false }),
    opening: server.app.get(AttachmentOpening, { strict: false }),
    intake: server.app.get(FileIntake, { strict: false }),
    dataDir: server.dataDir,
    registers: server.app.get(RegistersService, { strict: false }),
    changes: server.app.get(RecordChanges, { strict: false }),
    inBulk: server.app.get(SimilarInBulk, { strict: false }),
    similar: server.app.get(SimilarRecordsService, { strict: false }),
    pairs: server.app.get(PairsService, { strict: false }),
    merges: server.app.get(MergesService, { strict: false }),
    moves: server.app.get(MovesService, { strict: false }),
    actions: server.app.get(RecordActions, { strict: false }),
    finding: server.app.get(RecordFinding, { strict: false }),
    places: server.app.get(PlacePictures, { strict: false }),
    tags: server.app.get(TagReading, { strict: false }),
    tagging: server.app.get(TagWriting, { strict: false }),
    tagCounts: server.app.get(TagCounts, { strict: false }),
    pages: server.app.get(RecordPages, { strict: false }),
    merging: server.app.get(Merging, { strict: false }),
    unmerging: server.app.get(Unmerging, { strict: false }),
    create: (viewer: Viewer, register: string, gridCode: string, values: FieldValues, id = uuid()): Promise<RecordView> =>
      creation.create(viewer, register, { id, gridCode, values }),
    close: server.close,
  };
}
export type RegistersOn = Awaited<ReturnType<typeof registersOn>>;

let serial = 0;
export const person = (more: FieldValues = {}): FieldValues => {
  serial += 1;
  return { name: `钱${String.fromCodePoint(0x4e00 + serial)}山`, gender: '2', residentKind: 'registered', ...more };
};
export const volunteer = (more: FieldValues = {}): FieldValues => {
  serial += 1;
  return { name: `李${String.fromCodePoint(0x4e00 + serial)}火`, phone: '19912345680', serviceKind: 'elderly', state: 'active', ...more };
};
export const household = (more: FieldValues = {}): FieldValues => {
  serial += 1;
  return { householdNumber: `H${serial}`, householdKind: 'family', headName: `孙${String.fromCodePoint(0x4e00 + serial)}水`, ...more };
};
