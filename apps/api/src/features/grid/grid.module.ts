import { Module } from '@nestjs/common';
import { BoundaryMemory } from './boundary-memory.js';
import { GridLocator } from './grid-locator.js';
import { GridsController } from './grids.controller.js';
import { GridsRepository } from './grids.repository.js';
import { GridsService } from './grids.service.js';
import { GridImporter } from './import/grid-importer.js';

@Module({
  controllers: [GridsController],
  providers: [GridsService, GridLocator, GridsRepository, BoundaryMemory, GridImporter],
  exports: [GridsService, GridLocator, GridImporter],
})
export class GridModule {}
