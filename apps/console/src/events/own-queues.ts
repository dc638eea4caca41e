import type { EventStatus, Permission } from '@wangge/contracts';
import { actionRule, OPEN_STATUSES } from '@wangge/domain';
import type { EventAction } from '@wangge/contracts';

/** Steps of a post. Steps of a person (checking, rating, withdrawing) make no queue of an office. */
const POST_STEPS: readonly EventAction[] = ['file', 'dispatch', 'accept', 'finish', 'resume', 'send-check', 'close'];

/** The states in which an event waits for somebody with these permissions, in the order of the loop. */
export function ownQueues(permissions: readonly Permission[]): EventStatus[] {
  const own = new Set(
    POST_STEPS.map(actionRule)
      .filter(({ permission }) => permissions.includes(permission))
      .flatMap(({ from }) => from),
  );
  return OPEN_STATUSES.filter((status) => own.has(status));
}
