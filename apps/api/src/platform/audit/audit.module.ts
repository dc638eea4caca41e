import { Global, Module } from '@nestjs/common';
import { AuditSealer } from './audit-sealer.js';

@Global()
@Module({ providers: [AuditSealer], exports: [AuditSealer] })
export class AuditModule {}
