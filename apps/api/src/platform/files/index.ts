export { FileStore, type StoredFile } from './file-store.js';
export { FilesModule } from './files.module.js';
export { PhotoProcessor, type ProcessedPhoto } from './photo-processor.js';
export { type Chunk, UploadStore } from './upload-store.js';
