import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { DepartmentsModule } from '../departments/index.js';
import { EventsModule } from '../events/index.js';
import { GridModule } from '../grid/index.js';
import { RegistersModule } from '../registers/index.js';
import { StandardsModule } from '../standards/index.js';
import { Demo } from './demo.js';
import { DemoCasting } from './demo-cast.js';
import { DemoEvents } from './demo-events.js';
import { DemoPictures } from './demo-pictures.js';
import { DemoRegisters } from './demo-registers.js';
import { DemoStore } from './demo-store.js';
import { LoadGeneration } from './load/load-generation.js';
import { LoadWork } from './load/load-work.js';
import { Seeding } from './seeding.js';

@Module({
  imports: [AccountsModule, DepartmentsModule, EventsModule, GridModule, RegistersModule, StandardsModule],
  providers: [Demo, DemoCasting, DemoEvents, DemoPictures, DemoRegisters, DemoStore, LoadGeneration, LoadWork, Seeding],
  exports: [DemoCasting, LoadGeneration, LoadWork, Seeding],
})
export class DemoModule {}
