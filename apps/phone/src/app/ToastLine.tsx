import { useStore } from '../data/store';
import { toast } from './toasts';

/** Stays in the page, so that screen readers hear what is put into it. */
export function ToastLine() {
  const current = useStore(toast);
  return (
    <div class="toast" role="status">
      {current && (current.to ? <a href={current.to}>{current.text}</a> : <span>{current.text}</span>)}
    </div>
  );
}
