/** First, last and the neighbours of the present page; undefined where numbers are left out. */
export function pageNumbers(page: number, pages: number): (number | undefined)[] {
  const kept = [...new Set([1, page - 1, page, page + 1, page + 2, pages])]
    .filter((number) => number >= 1 && number <= pages)
    .sort((a, b) => a - b);
  return kept.flatMap((number, index) => {
    const before = kept[index - 1];
    return before !== undefined && number - before > 1 ? [undefined, number] : [number];
  });
}
