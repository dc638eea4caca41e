import { Injectable } from '@nestjs/common';
import { REGISTERS, type RegisterDefinition } from '@wangge/domain';
import { Database } from '../../platform/database/index.js';
import { notFound } from '../../platform/http/errors.js';
import { registerOf } from './definitions/own-register-views.js';
import { OwnRegistersRepository } from './definitions/own-registers.repository.js';
import { RegisterBackings } from './register-backings.js';

/** The registers of one district, as they stood when the question began. */
export class Registers {
  private readonly byName: ReadonlyMap<string, RegisterDefinition>;

  /** All that keep records of their own, each behind those it points into; and what other features keep. */
  constructor(
    readonly all: readonly RegisterDefinition[],
    private readonly backed: readonly RegisterDefinition[] = [],
  ) {
    this.byName = new Map(this.listed.map((definition) => [definition.name, definition]));
  }

  /** What a reader sees as registers. */
  get listed(): readonly RegisterDefinition[] {
    return [...this.all, ...this.backed];
  }

  find(name: string): RegisterDefinition | undefined {
    return this.byName.get(name);
  }

  /** A register that does not exist is as unknown as a record that does not. */
  get(name: string): RegisterDefinition {
    const definition = this.find(name);
    if (!definition) throw notFound();
    return definition;
  }
}

/** For how long a district's registers are taken for what they were. Whoever writes by an old version is refused then. */
const FRESH_MS = 1_000;

interface Known {
  readonly until: number;
  readonly registers: Promise<Registers>;
}

/** Which registers a district has. To be asked before a transaction begins, since looking may take one of its own. */
@Injectable()
export class RegisterCatalogue {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly database: Database,
    private readonly own: OwnRegistersRepository,
    private readonly backings: RegisterBackings,
  ) {}

  of({ districtCode }: { readonly districtCode: string }): Promise<Registers> {
    const known = this.known.get(districtCode);
    if (known && known.until > performance.now()) return known.registers;
    const registers = this.read(districtCode);
    this.known.set(districtCode, { until: performance.now() + FRESH_MS, registers });
    // A failure is told to whoever asked, and the next one asks again.
    registers.catch(() => this.known.delete(districtCode));
    return registers;
  }

  /** After a definition of the district has changed. */
  forget(districtCode: string): void {
    this.known.delete(districtCode);
  }

  private async read(districtCode: string): Promise<Registers> {
    const published = await this.database.as({ kind: 'district', code: districtCode }, (tx) =>
      this.own.published(tx, districtCode),
    );
    const own = published.map((each) => registerOf(each, districtCode));
    return new Registers([...REGISTERS, ...behindTargets(own)], this.backings.all);
  }
}

/** The same registers, each behind those among them that it points into. They point in no circle. */
function behindTargets(registers: readonly RegisterDefinition[]): readonly RegisterDefinition[] {
  const sorted = new Set<RegisterDefinition>();
  const add = (register: RegisterDefinition): void => {
    if (sorted.has(register)) return;
    const targets = register.fields.map(({ references }) => registers.find(({ name }) => name === references));
    for (const target of targets) if (target) add(target);
    sorted.add(register);
  };
  registers.forEach(add);
  return [...sorted];
}
