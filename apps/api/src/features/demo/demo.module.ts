import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { DepartmentsModule } from '../departments/index.js';
import { EventsModule } from '../events/index.js';
import { GridModule } from '../grid/index.js';
import { StandardsModule } from '../standards/index.js';
import { DemoCasting } from './demo-cast.js';
import { DemoEvents } from './demo-events.js';
import { DemoPictures } from './demo-pictures.js';
import { DemoStore } from './demo-store.js';
import { Seeding } from './seeding.js';

@Module({
  imports: [AccountsModule, DepartmentsModule, EventsModule, GridModule, StandardsModule],
  providers: [DemoCasting, DemoEvents, DemoPictures, DemoStore, Seeding],
  exports: [Seeding],
})
export class DemoModule {}
