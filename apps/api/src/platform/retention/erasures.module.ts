import { Global, Module } from '@nestjs/common';
import { CommandErasure } from '../commands/command-erasure.js';
import { Erasures } from './erasures.js';

/** Where features say what the rules of retention mean to them; the runs themselves are a feature above. */
@Global()
@Module({ providers: [CommandErasure, Erasures], exports: [Erasures] })
export class ErasuresModule {}
