import { Module } from '@nestjs/common';
import { Standards } from './standards.js';
import { StandardsController } from './standards.controller.js';
import { StandardsRepository } from './standards.repository.js';

@Module({ controllers: [StandardsController], providers: [Standards, StandardsRepository], exports: [Standards] })
export class StandardsModule {}
