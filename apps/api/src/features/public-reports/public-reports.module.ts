import { Module } from '@nestjs/common';
import { EventsModule } from '../events/index.js';
import { GridModule } from '../grid/index.js';
import { StandardsModule } from '../standards/index.js';
import { ContactErasure } from './contact-erasure.js';
import { PublicPlaces } from './public-places.service.js';
import { PublicReportsController } from './public-reports.controller.js';
import { PublicReports } from './public-reports.service.js';

@Module({
  imports: [EventsModule, GridModule, StandardsModule],
  controllers: [PublicReportsController],
  providers: [ContactErasure, PublicPlaces, PublicReports],
})
export class PublicReportsModule {}
