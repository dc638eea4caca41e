import { registersApi, type TaskView } from '@wangge/contracts';
import { keyOf } from '../data/replies';
import type { Phone } from '../session/phone';
import { onePart } from './fill-questions';

/** What forms are drawn from, and what is missing, is fetched while there is network: it may be gone where the work is. */
export async function keepReady({ replies, may }: Phone, tasks: readonly TaskView[]): Promise<void> {
  if (!may('register.read')) return;
  await replies.load(keyOf(registersApi.list, {}), registersApi.list, {});
  for (const { kind, subjectId } of tasks) {
    const [endpoint, input] = onePart(subjectId);
    if (kind === 'fill') await replies.load(keyOf(endpoint, input), endpoint, input);
  }
}
