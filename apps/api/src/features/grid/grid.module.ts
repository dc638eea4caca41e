import { Module } from '@nestjs/common';
import { BoundaryMemory } from './boundary-memory.js';
import { GridChangeExecution } from './change/grid-change-execution.js';
import { GridChangesController } from './change/grid-changes.controller.js';
import { GridChangesRepository } from './change/grid-changes.repository.js';
import { GridChangesService } from './change/grid-changes.service.js';
import { GridDrafts } from './change/grid-drafts.js';
import { GridPreviews } from './change/grid-previews.js';
import { GridShapes } from './change/grid-shapes.js';
import { GridChangeParticipants } from './change/participant.js';
import { GridLocator } from './grid-locator.js';
import { GridsController } from './grids.controller.js';
import { GridsRepository } from './grids.repository.js';
import { GridsService } from './grids.service.js';
import { GridImporter } from './import/grid-importer.js';

@Module({
  controllers: [GridChangesController, GridsController],
  providers: [
    BoundaryMemory,
    GridChangeExecution,
    GridChangeParticipants,
    GridChangesRepository,
    GridChangesService,
    GridDrafts,
    GridImporter,
    GridLocator,
    GridPreviews,
    GridShapes,
    GridsRepository,
    GridsService,
  ],
  exports: [GridChangeParticipants, GridsService, GridLocator, GridImporter],
})
export class GridModule {}
