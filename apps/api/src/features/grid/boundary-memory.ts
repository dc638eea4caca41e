import { Injectable } from '@nestjs/common';
import type { Boundaries } from '@wangge/contracts';

/** A province has about this many districts; a screen asks for two or three levels of the one it shows. */
const MOST = 100;

/** Boundaries that were asked for, until an import changes the tree. The ones asked for longest ago go first. */
@Injectable()
export class BoundaryMemory {
  private revision = -1;
  private readonly known = new Map<string, Boundaries>();

  find(key: string, revision: number): Boundaries | undefined {
    if (revision !== this.revision) return undefined;
    const found = this.known.get(key);
    if (found) this.keepLast(key, found);
    return found;
  }

  keep(key: string, revision: number, boundaries: Boundaries): void {
    if (revision !== this.revision) this.known.clear();
    this.revision = revision;
    this.keepLast(key, boundaries);
    const [oldest] = this.known.keys();
    if (oldest !== undefined && this.known.size > MOST) this.known.delete(oldest);
  }

  private keepLast(key: string, boundaries: Boundaries): void {
    this.known.delete(key);
    this.known.set(key, boundaries);
  }
}
