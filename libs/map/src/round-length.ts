export interface ScaleWords {
  readonly metres: string;
  readonly kilometres: string;
}

/** The longest round length that fits: 1, 2 or 5 times a power of ten. */
export function roundLength(metres: number): number {
  if (!(metres > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(metres));
  const factor = [5, 2, 1].find((candidate) => candidate * power <= metres) ?? 1;
  return factor * power;
}

export function lengthText(metres: number, { metres: m, kilometres: km }: ScaleWords): string {
  return metres >= 1000 ? `${metres / 1000} ${km}` : `${metres} ${m}`;
}
