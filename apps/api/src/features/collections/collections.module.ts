import { Module } from '@nestjs/common';
import { RegistersModule } from '../registers/index.js';
import { TasksModule } from '../tasks/index.js';
import { CollectionFilling } from './collection-filling.service.js';
import { CollectionGathering } from './collection-gathering.js';
import { CollectionMaking } from './collection-making.service.js';
import { CollectionRows } from './collection-rows.js';
import { CollectionsController } from './collections.controller.js';
import { CollectionsRepository } from './collections.repository.js';
import { CollectionsService } from './collections.service.js';
import { CollectionTasks } from './collection-tasks.js';
import { CollectionWorkers } from './collection-workers.js';
import { ItemsRepository } from './items.repository.js';

@Module({
  imports: [RegistersModule, TasksModule],
  controllers: [CollectionsController],
  providers: [
    CollectionFilling,
    CollectionGathering,
    CollectionMaking,
    CollectionRows,
    CollectionsRepository,
    CollectionsService,
    CollectionTasks,
    CollectionWorkers,
    ItemsRepository,
  ],
  exports: [CollectionsService],
})
export class CollectionsModule {}
