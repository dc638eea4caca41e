import { Module } from '@nestjs/common';
import { GridModule } from '../grid/index.js';
import { AttachedRecords } from './attachments/attached-records.js';
import { AttachmentIntake } from './attachments/attachment-intake.js';
import { AttachmentOpening } from './attachments/attachment-opening.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { AttachmentsRepository } from './attachments/attachments.repository.js';
import { AttachmentsService } from './attachments/attachments.service.js';
import { PlacePictures } from './place-picture.service.js';
import { BulkPlaces } from './bulk/bulk-places.js';
import { BulkRecords } from './bulk/bulk-records.js';
import { BulkReferences } from './bulk/bulk-references.js';
import { BulkRepository } from './bulk/bulk.repository.js';
import { RegisterBulk } from './bulk/register-bulk.js';
import { RecordActions } from './record-actions.service.js';
import { DuplicatesController } from './likeness/duplicates.controller.js';
import { LikenessRepository } from './likeness/likeness.repository.js';
import { LikenessSweep } from './likeness/likeness-sweep.js';
import { PairsRepository } from './likeness/pairs.repository.js';
import { PairsService } from './likeness/pairs.service.js';
import { RecordComparing } from './likeness/record-comparing.js';
import { SimilarInBulk } from './likeness/similar-in-bulk.js';
import { SimilarRecordsService } from './likeness/similar-records.service.js';
import { MergesRepository } from './merge/merges.repository.js';
import { MergesService } from './merge/merges.service.js';
import { Merging } from './merge/merging.service.js';
import { MovesController } from './moves/moves.controller.js';
import { MovesRepository } from './moves/moves.repository.js';
import { MovesService } from './moves/moves.service.js';
import { RecordMoving } from './moves/record-moving.js';
import { Repointing } from './merge/repointing.js';
import { Unmerging } from './merge/unmerging.service.js';
import { OwnRegisterViews } from './definitions/own-register-views.js';
import { OwnRegistersController } from './definitions/own-registers.controller.js';
import { OwnRegistersRepository } from './definitions/own-registers.repository.js';
import { OwnRegistersService } from './definitions/own-registers.service.js';
import { RegisterPublishing } from './definitions/register-publishing.service.js';
import { RecordCells } from './record-cells.js';
import { RecordChanges } from './record-changes.service.js';
import { RecordCounts } from './record-counts.js';
import { RecordCreation } from './record-creation.service.js';
import { RecordCursors } from './record-cursor.js';
import { RecordErasures } from './erasing/record-erasures.js';
import { RecordGaps } from './record-gaps.js';
import { RecordLookup } from './record-lookup.js';
import { RecordFinding } from './record-finding.service.js';
import { RecordJournal } from './record-journal.js';
import { RecordListRepository } from './record-list.repository.js';
import { RecordLooks } from './record-looks.js';
import { RecordMap } from './record-map.service.js';
import { RecordPages } from './record-pages.js';
import { RecordPictures } from './record-picture.service.js';
import { RecordPlaces } from './record-places.js';
import { RecordReferences } from './record-references.js';
import { RecordRelations } from './record-relations.js';
import { RecordReveal } from './record-reveal.service.js';
import { RecordSearch } from './record-search.js';
import { RecordSpots } from './record-spots.js';
import { RecordTitles } from './record-titles.js';
import { RecordViews } from './record-views.js';
import { RegisterMapController } from './register-map.controller.js';
import { RecordSums } from './record-sums.js';
import { RecordWriter } from './record-writer.js';
import { RegisterBackings } from './register-backings.js';
import { RegisterCatalogue } from './register-catalogue.js';
import { RegisterGridMoves } from './register-grid-moves.js';
import { RegisterSeeding } from './register-seeding.js';
import { RegistersController } from './registers.controller.js';
import { RegistersRepository } from './registers.repository.js';
import { RegistersService } from './registers.service.js';
import { RevealBudget } from './reveal-budget.js';
import { TagCounts } from './tags/tag-counts.js';
import { TagReading } from './tags/tag-reading.service.js';
import { TagSeeding } from './tags/tag-seeding.js';
import { TagSeals } from './tags/tag-seals.js';
import { TagWriting } from './tags/tag-writing.service.js';
import { TagsController } from './tags/tags.controller.js';
import { TagsRepository } from './tags/tags.repository.js';
import { ValueRules } from './value-rules.js';

@Module({
  imports: [GridModule],
  controllers: [
    AttachmentsController,
    RegistersController,
    DuplicatesController,
    MovesController,
    OwnRegistersController,
    RegisterMapController,
    TagsController,
  ],
  providers: [
    AttachedRecords,
    AttachmentIntake,
    AttachmentOpening,
    AttachmentsRepository,
    AttachmentsService,
    BulkPlaces,
    BulkRecords,
    BulkReferences,
    BulkRepository,
    RegisterBulk,
    RecordActions,
    LikenessRepository,
    LikenessSweep,
    MergesRepository,
    MergesService,
    MovesRepository,
    MovesService,
    Merging,
    PairsRepository,
    PairsService,
    RecordComparing,
    OwnRegisterViews,
    OwnRegistersRepository,
    OwnRegistersService,
    RecordCells,
    RecordChanges,
    PlacePictures,
    RecordCounts,
    RecordCreation,
    RecordCursors,
    RecordErasures,
    RecordFinding,
    RecordGaps,
    RecordJournal,
    RecordListRepository,
    RecordLooks,
    RecordLookup,
    RecordMap,
    RecordMoving,
    RecordPages,
    RecordPictures,
    RecordPlaces,
    RecordReferences,
    RecordRelations,
    RecordReveal,
    RecordSearch,
    RecordSpots,
    RecordSums,
    RecordTitles,
    RecordViews,
    RecordWriter,
    RegisterBackings,
    RegisterCatalogue,
    RegisterGridMoves,
    RegisterPublishing,
    RegisterSeeding,
    RegistersRepository,
    RegistersService,
    Repointing,
    RevealBudget,
    SimilarInBulk,
    SimilarRecordsService,
    TagCounts,
    TagReading,
    TagSeals,
    TagSeeding,
    TagsRepository,
    TagWriting,
    Unmerging,
    ValueRules,
  ],
  exports: [
    PlacePictures,
    RecordCells,
    RecordChanges,
    RecordFinding,
    RecordGaps,
    RecordLookup,
    RecordPages,
    RecordPictures,
    RegisterBackings,
    RegisterBulk,
    RegisterCatalogue,
    RegisterSeeding,
    SimilarInBulk,
    SimilarRecordsService,
    TagCounts,
    TagSeeding,
    ValueRules,
  ],
})
export class RegistersModule {}
