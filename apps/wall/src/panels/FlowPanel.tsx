import type { StageFlow } from '@wangge/contracts';
import { localTime } from '@wangge/look';
import { NOTHING, numberText } from '../figures';
import { useLanguage } from '../language';
import { Mark } from '../Mark';
import { Panel } from './Panel';
import './flow.css';

/** Where today's events are in the loop; the dot of a stage grows with what stands in it. */
export function FlowPanel({ stages, asOf }: { readonly stages: readonly StageFlow[]; readonly asOf: string }) {
  const { t } = useLanguage();
  return (
    <Panel top={0} height={296} title={t('wall.flow')} note={`00:00–${localTime(asOf).clock}`}>
      <table class="flow">
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{t('wall.stage')}</span>
            </th>
            <th scope="col">{t('wall.flow.passed')}</th>
            <th scope="col">{t('wall.flow.present')}</th>
            <th scope="col">{t('wall.flow.overdue')}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <StageRow key={stage.stage} flow={stage} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function StageRow({ flow: { stage, passed, present, overdue } }: { readonly flow: StageFlow }) {
  const { t } = useLanguage();
  const radius = Math.min(11, 2.4 + Math.sqrt(present) * 0.48);
  return (
    <tr class={stage === 'suspended' ? 'is-aside' : ''}>
      <th scope="row">
        <span class="stage-dot">
          {stage === 'suspended' ? <Mark mark="suspended" /> : <i style={{ width: radius * 2, height: radius * 2 }} />}
        </span>
        {t(`wall.stage.${stage}`)}
      </th>
      <td class="is-muted">{numberText(passed)}</td>
      <td class="is-strong">{numberText(present)}</td>
      <td>
        {overdue > 0 ? (
          <span class="over">
            <Mark mark="overdue" size={13} />
            {numberText(overdue)}
          </span>
        ) : (
          <span class="is-muted">{NOTHING}</span>
        )}
      </td>
    </tr>
  );
}
