/** The place a committee is named after: 四海居社区居民委员会 → 四海居社区, 梁家村委会 → 梁家村. */
export function placeNameOf(committee: string): string {
  return committee.replace(/社区(居民委员会|居委会)$/, '社区').replace(/村(村民委员会|民委员会|委员会|委会)$/, '村');
}
