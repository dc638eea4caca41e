import path from 'node:path';
import { Global, Injectable, Logger, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '../config/config.js';
import { DiskFileStore } from './disk-file-store.js';
import { FileIntake } from './file-intake.js';
import { FileStore } from './file-store.js';
import { PhotoProcessor } from './photo-processor.js';
import { UploadStore } from './upload-store.js';

const HOUR = 3_600_000;

/** Uploads that nobody goes on with would fill the disk. */
@Injectable()
class AbandonedUploads implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('files');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly uploads: UploadStore) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.sweep();
    this.timer = setInterval(() => void this.sweep(), HOUR).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async sweep(): Promise<void> {
    try {
      await this.uploads.removeAbandoned();
    } catch (error) {
      this.logger.error('abandoned uploads could not be removed', error instanceof Error ? error.stack : String(error));
    }
  }
}

@Global()
@Module({
  providers: [
    {
      provide: FileStore,
      useFactory: (config: Config) => new DiskFileStore(path.join(config.dataDir, 'files')),
      inject: [Config],
    },
    {
      provide: UploadStore,
      useFactory: (config: Config) => new UploadStore(path.join(config.dataDir, 'uploads')),
      inject: [Config],
    },
    { provide: PhotoProcessor, useFactory: (files: FileStore) => new PhotoProcessor(files), inject: [FileStore] },
    { provide: FileIntake, useFactory: (uploads: UploadStore) => new FileIntake(uploads), inject: [UploadStore] },
    AbandonedUploads,
  ],
  exports: [FileStore, UploadStore, PhotoProcessor, FileIntake],
})
export class FilesModule {}
