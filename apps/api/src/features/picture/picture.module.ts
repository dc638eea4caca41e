import { Module } from '@nestjs/common';
import { EventsModule } from '../events/index.js';
import { GridModule } from '../grid/index.js';
import { RegistersModule } from '../registers/index.js';
import { PicturesController } from './pictures.controller.js';
import { PicturesService } from './pictures.service.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';

/** What is known of one thing or one place, from every feature below. */
@Module({
  imports: [GridModule, RegistersModule, EventsModule],
  controllers: [PicturesController, SearchController],
  providers: [PicturesService, SearchService],
})
export class PictureModule {}
