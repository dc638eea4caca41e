import { Module } from '@nestjs/common';
import { DepartmentDirectory } from './department-directory.js';
import { DepartmentSeeding } from './department-seeding.js';
import { DepartmentsController } from './departments.controller.js';
import { DepartmentsService } from './departments.service.js';

@Module({
  controllers: [DepartmentsController],
  providers: [DepartmentDirectory, DepartmentSeeding, DepartmentsService],
  exports: [DepartmentDirectory, DepartmentSeeding],
})
export class DepartmentsModule {}
