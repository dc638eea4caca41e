import { Module } from '@nestjs/common';
import { DepartmentCases } from './department-cases.js';
import { DepartmentDirectory } from './department-directory.js';
import { DepartmentSeeding } from './department-seeding.js';
import { DepartmentsController } from './departments.controller.js';
import { DepartmentsService } from './departments.service.js';

@Module({
  controllers: [DepartmentsController],
  providers: [DepartmentCases, DepartmentDirectory, DepartmentSeeding, DepartmentsService],
  exports: [DepartmentCases, DepartmentDirectory, DepartmentSeeding],
})
export class DepartmentsModule {}
