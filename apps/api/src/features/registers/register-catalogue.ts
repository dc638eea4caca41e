import { Injectable } from '@nestjs/common';
import { REGISTERS, type RegisterDefinition } from '@wangge/domain';
import { notFound } from '../../platform/http/errors.js';

/** The registers of one district, as they stood when the question began. */
export class Registers {
  private readonly byName: ReadonlyMap<string, RegisterDefinition>;

  /** Each stands behind those it points into. */
  constructor(readonly all: readonly RegisterDefinition[]) {
    this.byName = new Map(all.map((definition) => [definition.name, definition]));
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

const CORE = new Registers(REGISTERS);

/** Which registers a district has. To be asked before a transaction begins, since looking may take one of its own. */
@Injectable()
export class RegisterCatalogue {
  of(_district: { readonly districtCode: string }): Promise<Registers> {
    return Promise.resolve(CORE);
  }
}
