import { Module } from '@nestjs/common';
import { StandardsModule } from '../standards/index.js';
import { BoardService } from './board.service.js';
import { BoardEventsRepository } from './board-events.repository.js';
import { CounterFolding } from './counter-folding.js';
import { CountersRepository } from './counters.repository.js';
import { IndicatorCases } from './indicator-cases.service.js';
import { IndicatorTables } from './indicator-tables.service.js';
import { IndicatorsController } from './indicators.controller.js';
import { IndicatorsService } from './indicators.service.js';
import { PlacesRepository } from './places.repository.js';

@Module({
  imports: [StandardsModule],
  controllers: [IndicatorsController],
  providers: [BoardService, IndicatorCases, IndicatorTables, IndicatorsService, CountersRepository, PlacesRepository, BoardEventsRepository, CounterFolding],
  exports: [CounterFolding],
})
export class IndicatorsModule {}
