import { useEffect } from 'preact/hooks';
import { usePhone } from '../session/phone';
import { useOpenTasks } from '../tasks/use-open-tasks';

const SOON_MILLIS = 3000;

/** What is needed to fill in forms without network is fetched behind, once the page stands and whenever the tasks change. */
export function useKeepReady(): void {
  const phone = usePhone();
  const { tasks } = useOpenTasks();
  const fills = tasks.filter(({ kind }) => kind === 'fill');
  const key = fills.map(({ subjectId }) => subjectId).join();
  useEffect(() => {
    const timer = setTimeout(() => {
      void import('../fill/keep-ready').then(({ keepReady }) => keepReady(phone, fills)).catch(() => undefined);
    }, SOON_MILLIS);
    return () => clearTimeout(timer);
    // The key stands for the tasks.
  }, [phone, key]);
}
