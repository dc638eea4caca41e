import { Module } from '@nestjs/common';
import { RegistersModule } from '../registers/index.js';
import { TrailController } from './trail.controller.js';
import { TrailService } from './trail.service.js';
import { VerificationsService } from './verifications.service.js';

/** The audit trail for people: auditors read, filter, export and verify it. */
@Module({
  imports: [RegistersModule],
  controllers: [TrailController],
  providers: [TrailService, VerificationsService],
})
export class TrailModule {}
