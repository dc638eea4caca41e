import type { TaskView } from '@wangge/contracts';
import { href } from '../app/routes';

/** Where a task is worked on: at its event, or at what is missing in the grid. */
export const taskAddress = ({ kind, subjectId }: Pick<TaskView, 'kind' | 'subjectId'>): string =>
  kind === 'fill' ? href.fill(subjectId) : href.event(subjectId);
