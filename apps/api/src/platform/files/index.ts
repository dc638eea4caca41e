export { documentTypeOf } from './document-kind.js';
export { type FileClaim, FileIntake, type FileUse } from './file-intake.js';
export { FileStore, type StoredFile } from './file-store.js';
export { FilesModule } from './files.module.js';
export { type MadePhoto, PhotoProcessor, type ProcessedPhoto } from './photo-processor.js';
export { type Chunk, UploadStore } from './upload-store.js';
