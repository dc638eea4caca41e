import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Database } from './database.js';
import { DatabaseModule } from './database.module.js';

class Settings {
  readonly dataDir = mkdtempSync(path.join(tmpdir(), 'wangge-module-'));
}

@Module({ providers: [Settings], exports: [Settings] })
class SettingsModule {}

test('a server opens, bootstraps and migrates an embedded database from nothing, and closes it', async () => {
  const application = await Test.createTestingModule({
    imports: [
      DatabaseModule.forRootAsync({ imports: [SettingsModule], inject: [Settings], useFactory: (settings: Settings) => settings }),
    ],
  }).compile();
  const database = application.get(Database);
  const rows = await database.as({ kind: 'job' }, (tx) => tx.query({ name: 'module.timers', text: 'select id from timer' }));
  expect(rows).toEqual([]);
  await application.init();
  await application.close();
  await expect(database.as({ kind: 'job' }, async () => undefined)).rejects.toThrow();
  rmSync(application.get(Settings, { strict: false }).dataDir, { recursive: true });
}, 60_000);
