export { DepartmentCases } from './department-cases.js';
export { type Department, DepartmentDirectory } from './department-directory.js';
export { DepartmentSeeding, type SeedDepartment } from './department-seeding.js';
export { DepartmentsModule } from './departments.module.js';
