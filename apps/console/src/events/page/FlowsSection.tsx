import type { Assist, EventView } from '@wangge/contracts';
import { instantWords, lightLook, type Look } from '@wangge/look';
import type { CommonKey } from '@wangge/texts';
import type { ReactNode } from 'react';
import { type T, useTexts } from '../../i18n/use-texts';
import { LookWord } from '../../ui/Mark';
import { useNow } from '../../ui/use-now';
import '../../styles/flows.css';
import { levelWord } from '../level-word';

/** What goes on beside the road: supervision, more time asked for, departments called, an appeal; each with its own deadline. */
export function FlowsSection({ event }: { readonly event: EventView }) {
  const t = useTexts();
  const { supervision, extension, assists, appeal } = event;
  if (!supervision && !extension && assists.length === 0 && !appeal) return null;
  return (
    <section className="flows" aria-labelledby="flows-title">
      <h2 id="flows-title">{t('console.flows')}</h2>
      <ul>
        <SupervisionItem event={event} />
        {extension && (
          <Item title={t('console.extension-asked')} by={extension} said={extension.reason}>
            {t(`console.extension.${extension.state}`)}
          </Item>
        )}
        {assists.map((assist) => (
          <AssistItem key={assist.no} assist={assist} />
        ))}
        {appeal && (
          <Item title={t('action.appeal')} by={appeal} said={appeal.reason}>
            {t(`console.appeal.${appeal.state}`)}
            {appeal.opinion && appeal.state === 'reviewed' && ` · ${t(`choice.${appeal.opinion}`)}`}
          </Item>
        )}
      </ul>
    </section>
  );
}

function SupervisionItem({ event: { supervision } }: { readonly event: EventView }) {
  const t = useTexts();
  const now = useNow();
  if (!supervision) return null;
  const { level, at, by, reason, replyBy, answeredAt, answer } = supervision;
  return (
    <Item title={t(`choice.${levelWord(level)}`)} by={{ at, by }} said={reason}>
      {answeredAt === null ? (
        <Until what="console.reply" from={at} by={replyBy} now={now} />
      ) : (
        <>
          <LookWord
            look={lightLook(answeredAt > replyBy ? 'red' : 'green')}
            text={t(answeredAt > replyBy ? 'console.answered-late' : 'console.answered', { when: instantWords(answeredAt, now, t) })}
          />
          <span className="said">{answer}</span>
        </>
      )}
    </Item>
  );
}

function AssistItem({ assist }: { readonly assist: Assist }) {
  const t = useTexts();
  const now = useNow();
  const { state, calledAt, signBy, arriveBy, refusal, ruling, score } = assist;
  return (
    <Item title={assist.departmentName} by={{ at: calledAt, by: assist.calledBy }} said={assist.reason} kind={t(`console.assist.${assist.kind}`)}>
      <span>{t(`assist.${state}`)}</span>
      {state === 'called' && <Until what="console.sign-in" from={calledAt} by={signBy} now={now} />}
      {state === 'signed' && <Until what="console.arrive" from={calledAt} by={arriveBy} now={now} />}
      <span className="muted">{pastOf(assist, now, t)}</span>
      {refusal && <span className="said">{t('console.refused-because', { reason: refusal })}</span>}
      {ruling && <span>{t(`choice.${ruling}`)}</span>}
      {assist.result && <span className="said">{assist.result}</span>}
      {score !== null && <span>{t('console.assist-score', { score })}</span>}
    </Item>
  );
}

function pastOf({ signedAt, signBy, arrivedAt, arriveBy, place }: Assist, now: Date, t: T): string {
  const late = (at: string, by: string) => (at > by ? ` ${t('console.late')}` : '');
  return [
    signedAt && `${t('console.signed-at', { when: instantWords(signedAt, now, t) })}${late(signedAt, signBy)}`,
    arrivedAt && `${t('console.arrived-at', { when: instantWords(arrivedAt, now, t) })}${late(arrivedAt, arriveBy)}`,
    place,
  ]
    .filter(Boolean)
    .join(' · ');
}

interface UntilProps {
  readonly what: 'console.reply' | 'console.sign-in' | 'console.arrive';
  readonly from: string;
  readonly by: string;
  readonly now: Date;
}

/** "须在今天 12:30 前答复": these clocks never stop, so beginning and end say it all. */
function Until({ what, from, by, now }: UntilProps) {
  const t = useTexts();
  const isLate = now.toISOString() > by;
  const look: Look<CommonKey> = lightLook(isLate ? 'red' : 'green');
  const text = t(what, { from: instantWords(from, now, t), when: instantWords(by, now, t) });
  return <LookWord look={look} text={isLate ? `${text} · ${t('light.red')}` : text} strong={isLate} />;
}

interface ItemProps {
  readonly title: string;
  readonly kind?: string;
  readonly by: { readonly at: string; readonly by: string };
  readonly said: string;
  readonly children: ReactNode;
}

function Item({ title, kind, by, said, children }: ItemProps) {
  const t = useTexts();
  const now = useNow();
  return (
    <li>
      <p>
        <b>{title}</b> {kind && <span>{kind}</span>} <span className="muted">{[by.by, instantWords(by.at, now, t)].filter(Boolean).join(' · ')}</span>
      </p>
      <p className="said">{said}</p>
      <p className="flow-state">{children}</p>
    </li>
  );
}
