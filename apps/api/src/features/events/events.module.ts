import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { DepartmentsModule } from '../departments/index.js';
import { GridModule } from '../grid/index.js';
import { RegistersModule } from '../registers/index.js';
import { StandardsModule } from '../standards/index.js';
import { TasksModule } from '../tasks/index.js';
import { EventActions } from './event-actions.service.js';
import { EventDepartmentCases } from './event-department-cases.js';
import { EventDesks } from './event-desks.js';
import { EventFinding } from './event-finding.service.js';
import { EventFiles } from './event-files.service.js';
import { EventGridMoves } from './event-grid-moves.js';
import { EventListRepository } from './event-list.repository.js';
import { EventReckoning } from './event-reckoning.js';
import { EventRegister } from './event-register.js';
import { EventReports } from './event-reports.service.js';
import { EventStepContext } from './event-step-context.js';
import { EventStreamController } from './event-stream.controller.js';
import { EventStream } from './event-stream.service.js';
import { EventTimers } from './event-timers.js';
import { EventViews } from './event-views.js';
import { EventWorkers } from './event-workers.js';
import { EventWriter } from './event-writer.js';
import { EventsController } from './events.controller.js';
import { EventsRepository } from './events.repository.js';
import { EventsService } from './events.service.js';
import { FilesController } from './files.controller.js';

@Module({
  imports: [AccountsModule, DepartmentsModule, GridModule, RegistersModule, StandardsModule, TasksModule],
  controllers: [EventsController, EventStreamController, FilesController],
  providers: [
    EventActions,
    EventDepartmentCases,
    EventDesks,
    EventFiles,
    EventGridMoves,
    EventFinding,
    EventListRepository,
    EventReckoning,
    EventRegister,
    EventReports,
    EventStepContext,
    EventStream,
    EventTimers,
    EventViews,
    EventWorkers,
    EventWriter,
    EventsRepository,
    EventsService,
  ],
  exports: [EventReports, EventFiles, EventFinding, EventWriter, EventsRepository],
})
export class EventsModule {}
