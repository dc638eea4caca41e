import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const APPS = fileURLToPath(new URL('../../../../', import.meta.url));
const SCREENS = ['console', 'phone', 'wall', 'report'] as const;
const A_YEAR = 'public, max-age=31536000, immutable';

/** Serves the chooser and the built screens. Files with a hash in their name never change; pages are asked for again. */
export async function serveScreens(server: FastifyInstance): Promise<void> {
  const roots = [
    { root: path.join(APPS, 'api/static'), prefix: '/' },
    ...SCREENS.map((screen) => ({ root: path.join(APPS, screen, 'dist'), prefix: `/${screen}/` })),
  ].filter(({ root }) => existsSync(root));
  for (const [index, { root, prefix }] of roots.entries()) {
    await server.register(fastifyStatic, {
      root,
      prefix,
      decorateReply: index === 0,
      redirect: true,
      wildcard: true,
      setHeaders: (reply, file) => {
        void reply.header('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? A_YEAR : 'no-cache');
      },
    });
  }
}
