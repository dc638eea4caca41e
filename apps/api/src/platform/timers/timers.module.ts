import { Global, Module } from '@nestjs/common';
import { SystemClock } from '../clock/clock.js';
import { TimerSweeper } from './timer-sweeper.js';

@Global()
@Module({ providers: [TimerSweeper, SystemClock], exports: [TimerSweeper, SystemClock] })
export class TimersModule {}
