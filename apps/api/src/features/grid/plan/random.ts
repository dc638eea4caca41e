/** A source of numbers in [0, 1). */
export type Random = () => number;

/** The same text gives the same numbers on every machine (xmur3 hash, mulberry32 generator). */
export function seededRandom(seed: string): Random {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function hash(text: string): number {
  let value = 1779033703 ^ text.length;
  for (const letter of text) {
    value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 3432918353);
    value = (value << 13) | (value >>> 19);
  }
  return (value ^ (value >>> 16)) | 0;
}
