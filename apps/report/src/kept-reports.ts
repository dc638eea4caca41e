import { PublicReceipt } from '@wangge/contracts';

const KEY = 'wangge.report.kept';
const MOST = 20;

export interface KeptReport extends PublicReceipt {
  readonly title: string;
  readonly at: string;
}

/** Reports the resident asked this browser to remember, the newest first. */
export function keptReports(): readonly KeptReport[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.flatMap(readReport) : [];
  } catch {
    return [];
  }
}

/** False where the browser forbids storage. */
export function keepReport(report: KeptReport): boolean {
  return store([report, ...keptReports().filter(({ number }) => number !== report.number)].slice(0, MOST));
}

export function dropReport(number: string): boolean {
  return store(keptReports().filter((report) => report.number !== number));
}

function readReport(stored: unknown): KeptReport[] {
  if (typeof stored !== 'object' || stored === null) return [];
  const { title, at, ...rest }: Record<string, unknown> = { ...stored };
  const receipt = PublicReceipt.safeParse(rest).data;
  return receipt && typeof title === 'string' && typeof at === 'string' ? [{ ...receipt, title, at }] : [];
}

function store(reports: readonly KeptReport[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(reports));
    return true;
  } catch {
    return false;
  }
}
