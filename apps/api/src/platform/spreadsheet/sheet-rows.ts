import { type Cell, isBlank } from '@wangge/domain';
import { addressOf, type Merge } from './cell-addresses.js';
import { MergeFilling } from './merged-cells.js';
import { dayOfSerial } from './number-formats.js';
import { LONGEST_TEXT, unescaped } from './shared-strings.js';
import { type Attributes, XmlPart } from './xml.js';

export interface SheetRow {
  /** As the program numbers it, from 1. */
  readonly number: number;
  /** By column from 0; what is blank is null. */
  readonly cells: readonly Cell[];
}

export interface SheetContext {
  readonly strings: readonly string[];
  readonly isDateStyle: readonly boolean[];
  readonly is1904: boolean;
  readonly merges: readonly Merge[];
  /** Columns further right are not looked at. */
  readonly columns: number;
}

/** Makes rows of the XML of a sheet as it arrives; rows in which nothing stands are not told. */
export class SheetRows {
  private readonly part: XmlPart;
  private readonly filling: MergeFilling;
  private ready: SheetRow[] = [];
  private cells: Cell[] = [];
  private row = 0;
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private formula: string | undefined;
  private isValue = false;
  private isFormula = false;
  private spoken = 0;

  constructor(private readonly context: SheetContext) {
    this.filling = new MergeFilling(context.merges, context.columns);
    this.part = new XmlPart({
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => this.close(name),
      text: (text) => this.text(text),
    });
  }

  /** The rows that are whole by now. */
  write(chunk: Buffer): readonly SheetRow[] {
    this.part.write(chunk);
    const rows = this.ready;
    if (rows.length > 0) this.ready = [];
    return rows;
  }

  end(): readonly SheetRow[] {
    this.part.end();
    return this.ready;
  }

  private open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'row':
        this.row = Number(attributes.r) || this.row + 1;
        this.column = -1;
        this.cells = [];
        break;
      case 'c':
        this.column = addressOf(attributes.r ?? '')?.column ?? this.column + 1;
        this.type = attributes.t ?? 'n';
        this.style = Number(attributes.s ?? 0);
        this.value = '';
        this.formula = undefined;
        break;
      case 'rPh':
        this.spoken += 1;
        break;
      case 'v':
        this.isValue = true;
        break;
      case 't':
        this.isValue = this.spoken === 0;
        break;
      case 'f':
        this.isFormula = true;
        this.formula = '';
        break;
    }
  }

  private text(text: string): void {
    if (this.isFormula) this.formula = `=${text}`.slice(0, 200);
    else if (this.isValue && this.value.length < LONGEST_TEXT) this.value += text;
  }

  private close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.isValue = false;
        break;
      case 'f':
        this.isFormula = false;
        break;
      case 'rPh':
        this.spoken -= 1;
        break;
      case 'c':
        this.endCell();
        break;
      case 'row':
        this.endRow();
        break;
    }
  }

  private endCell(): void {
    if (this.column < 0 || this.column >= this.context.columns) return;
    const cell = this.formula === undefined ? this.cell() : { formula: this.value || this.formula };
    if (isBlank(cell)) return;
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = cell;
  }

  private endRow(): void {
    this.filling.fill(this.row, this.cells);
    if (this.cells.some((cell) => !isBlank(cell))) {
      this.ready.push({ number: this.row, cells: Array.from(this.cells, (cell) => cell ?? null) });
    }
  }

  private cell(): Cell {
    const { value, type } = this;
    if (value === '') return null;
    switch (type) {
      case 's':
        return this.context.strings[Number(value)] ?? null;
      case 'inlineStr':
      case 'str':
        return unescaped(value.slice(0, LONGEST_TEXT));
      case 'b':
        return value === '1' || value === 'true';
      case 'e':
        return { error: value };
      case 'd':
        return { date: value.slice(0, 10) };
      default:
        return this.number(Number(value));
    }
  }

  private number(value: number): Cell {
    if (!Number.isFinite(value)) return null;
    const day = this.context.isDateStyle[this.style] ? dayOfSerial(value, this.context.is1904) : undefined;
    return day === undefined ? value : { date: day };
  }
}
