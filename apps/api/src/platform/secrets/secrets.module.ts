import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { FieldCipher } from './field-cipher.js';
import { Secrets } from './secrets.js';

@Global()
@Module({
  providers: [
    { provide: Secrets, useFactory: (config: Config) => Secrets.open(config.dataDir), inject: [Config] },
    { provide: FieldCipher, useFactory: (secrets: Secrets) => new FieldCipher(secrets), inject: [Secrets] },
  ],
  exports: [Secrets, FieldCipher],
})
export class SecretsModule {}
