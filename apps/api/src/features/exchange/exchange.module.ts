import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { CollectionsModule } from '../collections/index.js';
import { RegistersModule } from '../registers/index.js';
import { ExportsController } from './exports/exports.controller.js';
import { ExportsRepository } from './exports/exports.repository.js';
import { ExportSources } from './exports/export-sources.js';
import { ExportsService } from './exports/exports.service.js';
import { ExchangeErasures } from './exchange-erasures.js';
import { ExchangeController } from './exchange.controller.js';
import { ImportApply } from './import-apply.js';
import { ImportCheck } from './import-check.js';
import { ImportParts } from './import-parts.js';
import { ImportRunner } from './import-runner.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';

@Module({
  imports: [AccountsModule, CollectionsModule, RegistersModule],
  controllers: [ExchangeController, ExportsController],
  providers: [ExchangeErasures, ExportsRepository, ExportSources, ExportsService, ImportApply, ImportCheck, ImportParts, ImportRunner, ImportsRepository, ImportsService],
})
export class ExchangeModule {}
