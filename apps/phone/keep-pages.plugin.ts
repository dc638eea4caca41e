import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const WORKER = 'sw.js';

/** Tells the service worker which files make up this version: all that the build makes, and those of `public`. */
export function keepPages(publicFolder: string): Plugin {
  return {
    name: 'keep-pages',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== 'chunk') throw new Error(`the build has made no ${WORKER}`);
        const made = Object.values(bundle).filter(({ fileName }) => fileName !== WORKER && !fileName.startsWith('.') && !fileName.endsWith('.map'));
        const contents = new Map<string, string | Uint8Array>(made.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
        for (const name of readdirSync(publicFolder)) contents.set(name, readFileSync(path.join(publicFolder, name)));
        const hash = createHash('sha256');
        for (const name of [...contents.keys()].sort()) hash.update(name).update(contents.get(name) ?? '');
        const shelf = { version: hash.digest('hex').slice(0, 16), files: [...contents.keys()].sort().map((name) => `/phone/${name}`) };
        worker.code = worker.code.replaceAll('__SHELF__', JSON.stringify(shelf));
      },
    },
  };
}
