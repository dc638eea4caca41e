import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { SpreadsheetError } from './spreadsheet-error.js';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** Names without their prefix: each program writes its own. */
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** Parses a part as it arrives. A document type, and with it every entity of one's own, is refused. */
export class XmlPart {
  private readonly parser = new SaxesParser({ xmlns: false, position: false });
  private readonly decoder = new StringDecoder('utf8');
  private isFirst = true;
  private isWide = false;

  constructor({ open, close, text }: XmlHandler) {
    this.parser.on('error', () => refuse());
    this.parser.on('doctype', () => refuse());
    if (open) this.parser.on('opentag', ({ name, attributes }) => open(local(name), attributes));
    if (close) this.parser.on('closetag', ({ name }) => close(local(name)));
    if (text) {
      this.parser.on('text', text);
      this.parser.on('cdata', text);
    }
  }

  write(chunk: Buffer): void {
    if (this.isFirst) {
      this.isFirst = false;
      this.isWide = (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff);
    }
    // Every program writes UTF-8; another encoding would only be there to hide something from us.
    if (this.isWide) refuse();
    this.parser.write(this.decoder.write(chunk));
  }

  end(): void {
    this.parser.write(this.decoder.end());
    this.parser.close();
  }
}

/** A whole part at once; for the small ones. */
export async function parseXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const part = new XmlPart(handler);
  for await (const chunk of chunks) part.write(chunk);
  part.end();
}

function refuse(): never {
  throw new SpreadsheetError('not-a-workbook');
}

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  const key = Object.keys(attributes).find((each) => local(each) === name);
  return key === undefined ? undefined : attributes[key];
}
