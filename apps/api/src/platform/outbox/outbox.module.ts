import { Global, Module } from '@nestjs/common';
import { OutboxReader } from './outbox-reader.js';

@Global()
@Module({ providers: [OutboxReader], exports: [OutboxReader] })
export class OutboxModule {}
