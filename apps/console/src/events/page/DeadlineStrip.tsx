import type { Clock } from '@wangge/contracts';
import { deadlineStrip, type StripBlock } from '@wangge/look';
import { useTexts } from '../../i18n/use-texts';
import { useNow } from '../../ui/use-now';

/** The same as the sentence, to be seen at a glance; so it is silent for those who are read to. */
export function DeadlineStrip({ clock }: { readonly clock: Clock }) {
  const t = useTexts();
  const now = useNow();
  const blocks = deadlineStrip(clock, now, t);
  return (
    <div className="strip" aria-hidden="true">
      {blocks.map((block, index) => (
        <Block key={index} block={block} last={index === blocks.length - 1} />
      ))}
    </div>
  );
}

function Block({
  block: { kind, share, passed, label, head, start, end },
  last,
}: {
  readonly block: StripBlock;
  readonly last: boolean;
}) {
  return (
    <div className={`strip-block strip-${kind}`} style={{ flexGrow: share }}>
      <span className="strip-head">{head}</span>
      <span className="strip-body">
        {kind === 'counted' && <i style={{ width: `${passed * 100}%` }} />}
        <span>{label}</span>
      </span>
      <span className="strip-foot">
        <span>{start}</span>
        <span className={last ? 'strong' : undefined}>{end}</span>
      </span>
    </div>
  );
}
