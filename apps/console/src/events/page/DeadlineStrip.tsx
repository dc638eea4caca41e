import type { Clock } from '@wangge/contracts';
import { deadlineStrip, type StripBlock } from '@wangge/look';
import { useTexts } from '../../i18n/use-texts';
import '../../styles/deadline.css';
import { useNow } from '../../ui/use-now';

/** The same as the sentence, to be seen at a glance; so it is silent for those who are read to. */
export function DeadlineStrip({ clock }: { readonly clock: Clock }) {
  const t = useTexts();
  const now = useNow();
  const blocks = deadlineStrip(clock, now, t);
  return (
    <div className="strip" aria-hidden="true">
      {blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </div>
  );
}

function Block({
  block: { kind, extended, share, passed, now, due, lateFrom, label, labelAt, head, start, end },
}: {
  readonly block: StripBlock;
}) {
  return (
    <div className={`strip-block strip-${kind}${extended ? ' strip-extended' : ''}`} style={{ flexGrow: share }}>
      <span className="strip-head">{head}</span>
      <span className="strip-body">
        {kind === 'counted' && <i style={{ width: percent(passed) }} />}
        {lateFrom !== null && <i className="deadline-late" style={{ left: percent(lateFrom) }} />}
        {now !== null && <i className="deadline-now" style={{ left: percent(now) }} />}
        <span style={{ left: percent(labelAt - 0.5) }}>{label}</span>
      </span>
      {due !== null && <i className="deadline-mark" style={{ left: percent(due) }} />}
      <span className="strip-foot">
        <span>{start}</span>
        <span className={due === 1 ? 'strong' : undefined}>{end}</span>
      </span>
    </div>
  );
}

const percent = (part: number): string => `${part * 100}%`;
