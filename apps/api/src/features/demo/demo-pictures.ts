import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { PhotoProcessor } from '../../platform/files/index.js';
import type { DemoPhoto } from './demo-store.js';
import type { PictureKind } from './demo-scenes.js';

type Moment = 'before' | 'after';
const WIDTH = 1280;
const HEIGHT = 960;

const street = (sky: string, ground: string, road: string) => `
  <rect width="1280" height="520" fill="${sky}"/>
  <rect y="300" width="1280" height="220" fill="#B9C3CC"/>
  <g fill="#A7B3BE">${[40, 260, 520, 760, 1010].map((x, i) => `<rect x="${x}" y="${150 + (i % 3) * 40}" width="190" height="${370 - (i % 3) * 40}"/>`).join('')}</g>
  <rect y="520" width="1280" height="440" fill="${ground}"/>
  <path d="M0 700 L1280 600 L1280 860 L0 960 Z" fill="${road}"/>
  <path d="M0 830 L1280 730" stroke="#E9EDF0" stroke-width="10" stroke-dasharray="90 60"/>`;

const SUMMER = street('#D6E2EA', '#C9CDBF', '#8C949B');
const WINTER = street('#DCE5EC', '#EEF2F5', '#AEB8C0');

/** What is wrong, and how it looks when mended: simple drawings, no photographs of anybody or any place. */
const DRAWINGS: Readonly<Record<PictureKind, Readonly<Record<Moment, string>>>> = {
  cover: {
    before: `${SUMMER}<ellipse cx="640" cy="760" rx="210" ry="92" fill="#5B646C"/><path d="M640 668 q190 10 205 92 l-120 40 -60 -70 z" fill="#15191D"/>`,
    after: `${SUMMER}<ellipse cx="640" cy="760" rx="210" ry="92" fill="#5B646C"/><ellipse cx="640" cy="756" rx="180" ry="74" fill="#707A83"/><path d="M520 756h240M640 692v128" stroke="#5B646C" stroke-width="12"/>`,
  },
  rubbish: {
    before: `${SUMMER}<g><ellipse cx="560" cy="740" rx="150" ry="80" fill="#2F3A42"/><ellipse cx="720" cy="760" rx="120" ry="70" fill="#39464F"/><ellipse cx="640" cy="690" rx="110" ry="70" fill="#455560"/><rect x="790" y="700" width="120" height="90" fill="#B08A57"/></g>`,
    after: `${SUMMER}<g fill="#2E6B57"><rect x="580" y="620" width="120" height="170" rx="10"/><rect x="568" y="604" width="144" height="26" rx="8"/></g>`,
  },
  road: {
    before: `${SUMMER}<ellipse cx="620" cy="770" rx="190" ry="62" fill="#4C5258"/><ellipse cx="650" cy="778" rx="120" ry="34" fill="#8FA6B8"/>`,
    after: `${SUMMER}<path d="M440 760 l360 -36 30 80 -360 40 z" fill="#6A7279"/>`,
  },
  lamp: {
    before: `${SUMMER}<path d="M640 880 V250 q0 -60 120 -60" stroke="#4A545C" stroke-width="20" fill="none"/><rect x="740" y="176" width="90" height="28" rx="8" fill="#4A545C"/>`,
    after: `${SUMMER}<path d="M640 880 V250 q0 -60 120 -60" stroke="#4A545C" stroke-width="20" fill="none"/><path d="M740 204 l-90 330 h290 z" fill="#F7E7A4" opacity=".75"/><rect x="740" y="176" width="90" height="28" rx="8" fill="#F2C230"/>`,
  },
  parking: {
    before: `${SUMMER}<g transform="translate(380 590)"><path d="M0 130 q10 -60 90 -70 l60 -60 h180 l80 60 q90 10 90 70 v50 h-500 z" fill="#7A2E2E"/><circle cx="110" cy="185" r="46" fill="#20262B"/><circle cx="390" cy="185" r="46" fill="#20262B"/></g>`,
    after: `${SUMMER}<path d="M300 800 h640 M300 860 h640" stroke="#E3B23A" stroke-width="14"/>`,
  },
  stall: {
    before: `${SUMMER}<path d="M360 560 h520 l40 90 h-600 z" fill="#B5533C"/><rect x="380" y="650" width="480" height="150" fill="#D9C7A3"/><g fill="#C8873B">${[420, 500, 580, 660, 740].map((x) => `<circle cx="${x}" cy="660" r="34"/>`).join('')}</g>`,
    after: SUMMER,
  },
  poster: {
    before: `${SUMMER}<rect x="560" y="120" width="160" height="760" fill="#9BA6AE"/><g fill="#F4F1E6">${[180, 300, 430, 560].map((y, i) => `<rect x="${572 + (i % 2) * 40}" y="${y}" width="96" height="96"/>`).join('')}</g>`,
    after: `${SUMMER}<rect x="560" y="120" width="160" height="760" fill="#9BA6AE"/>`,
  },
  tree: {
    before: `${SUMMER}<rect x="600" y="470" width="60" height="390" fill="#6B5442"/><circle cx="620" cy="360" r="190" fill="#6E8C5A"/><path d="M660 560 l330 190" stroke="#6B5442" stroke-width="36"/><circle cx="1000" cy="760" r="90" fill="#7E9C68"/>`,
    after: `${SUMMER}<rect x="600" y="470" width="60" height="390" fill="#6B5442"/><circle cx="630" cy="370" r="170" fill="#6E8C5A"/>`,
  },
  ice: {
    before: `${WINTER}<path d="M180 760 q240 -70 500 -20 t440 -30 l40 110 q-300 60 -560 30 t-420 10 z" fill="#DDECF6"/><path d="M300 770 l180 -20 M640 790 l240 -30" stroke="#FFFFFF" stroke-width="12"/>`,
    after: `${WINTER}<g fill="#8B7D6B">${Array.from({ length: 60 }, (_, i) => `<circle cx="${120 + ((i * 193) % 1040)}" cy="${700 + ((i * 71) % 170)}" r="5"/>`).join('')}</g>`,
  },
  wire: {
    before: `${SUMMER}<rect x="240" y="140" width="34" height="740" fill="#6C757C"/><rect x="1010" y="120" width="34" height="700" fill="#6C757C"/><path d="M257 190 Q620 880 1027 170" stroke="#20262B" stroke-width="8" fill="none"/>`,
    after: `${SUMMER}<rect x="240" y="140" width="34" height="740" fill="#6C757C"/><rect x="1010" y="120" width="34" height="700" fill="#6C757C"/><path d="M257 190 Q640 260 1027 170" stroke="#20262B" stroke-width="8" fill="none"/>`,
  },
};

/** Draws the placeholder pictures and sends each through the same processing as a photo. */
@Injectable()
export class DemoPictures {
  constructor(private readonly photos: PhotoProcessor) {}

  async draw(kinds: readonly PictureKind[]): Promise<ReadonlyMap<string, DemoPhoto>> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'wangge-demo-'));
    try {
      const drawn = new Map<string, DemoPhoto>();
      for (const kind of new Set(kinds)) {
        for (const moment of ['before', 'after'] as const) drawn.set(`${kind}/${moment}`, await this.drawOne(folder, DRAWINGS[kind][moment]));
      }
      return drawn;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async drawOne(folder: string, drawing: string): Promise<DemoPhoto> {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${drawing}</svg>`;
    const image = await sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
    const sha256 = createHash('sha256').update(image).digest('hex');
    const file = path.join(folder, `${sha256}.jpg`);
    await writeFile(file, image);
    const { contentHash, thumbHash, width, height } = await this.photos.process(file);
    return { sha256, bytes: image.length, contentHash, thumbHash, width, height };
  }
}
