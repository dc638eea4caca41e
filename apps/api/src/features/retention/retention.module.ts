import { Module } from '@nestjs/common';
import { RetentionController } from './retention.controller.js';
import { RetentionRules } from './retention-rules.service.js';
import { RetentionRunner } from './retention-runner.js';
import { RetentionRuns } from './retention-runs.service.js';
import { RetentionWork } from './retention-work.js';

/** What is kept for a time only: the rules, and the runs that erase what is due. */
@Module({
  controllers: [RetentionController],
  providers: [RetentionRules, RetentionRunner, RetentionRuns, RetentionWork],
})
export class RetentionModule {}
