import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { OutboxReader } from '../../platform/outbox/outbox-reader.js';
import { Standards } from './standards.js';

/** The fact that a district published standards, or took them back before their day. */
export const STANDARDS_CHANGED = 'StandardsChanged';

/** Whichever process published: every one works by it within a second. */
@Injectable()
export class StandardNews implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('standards');
  private stop: (() => void) | undefined;

  constructor(
    private readonly outbox: OutboxReader,
    private readonly standards: Standards,
  ) {}

  onModuleInit(): void {
    this.stop = this.outbox.listen(({ name }) => {
      if (name === STANDARDS_CHANGED) this.standards.load().catch((error: unknown) => this.logger.warn(`not read again: ${String(error)}`));
    });
  }

  onModuleDestroy(): void {
    this.stop?.();
  }
}
