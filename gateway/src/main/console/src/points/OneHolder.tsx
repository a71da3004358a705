import { useState } from 'react';
import { useCase } from '../app/Case';
import type { DeskProps } from '../app/desks';
import { PersonForm } from '../app/PersonForm';
import { Source } from '../app/Source';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { post, Refused } from '../call/call';
import { useCall } from '../call/useCall';
import { useWords } from '../words/i18n';
import { AcceptForm } from './AcceptForm';
import { Due } from './Due';
import { FileForm } from './FileForm';
import { PURPOSE } from './points';
import type { Filing, Fixed, Held } from './points';
import { ScoreFiling } from './ScoreFiling';

/** Whoever has no points is told so, which is no failure. */
async function pointsOf(question: unknown): Promise<Held> {
  try {
    return await post<Held>('/v1/points:get', question);
  } catch (failure) {
    if (failure instanceof Refused && failure.problem.reason === 'POINTS_NOT_FOUND') return {};
    throw failure;
  }
}

/** One holder: the score that stands, and the filing on its way from the employer's claims to the determination. */
export function OneHolder({ desk }: DeskProps) {
  const { t } = useWords();
  const [id, setId] = useState('');
  const [asked, setAsked] = useState('');
  const [caseRef] = useCase(desk.name);
  const call = useCall<Held>();
  const context = { purpose: PURPOSE, caseRef };
  function ask(citizenId: string) {
    setAsked(citizenId);
    void call.run(() => pointsOf({ citizenId, context }), citizenId === asked);
  }
  const held = call.answer;
  const filing = held?.filing;
  const again = () => ask(asked);
  const step = { citizenId: asked, context, done: again };
  return (
    <div className="desk">
      <PersonForm id={id} change={setId} ask={ask} busy={call.busy} problem={call.problem} says={t('filing.ask')} purpose={PURPOSE} caseRef={caseRef} />
      <div className="answer" aria-busy={call.busy}>
        {call.problem && <ProblemNote problem={call.problem} retry={again} still={call.at} department="social" />}
        {!held && !call.problem && (call.busy ? <Loading /> : <Nothing>{t('filing.empty')}</Nothing>)}
        {held && (
          <section className="card" aria-labelledby="points">
            <h2 id="points">{t('filing.fixed')}</h2>
            <Source department="social" at={call.at} again={again} />
            {held.points ? <Score fixed={held.points} /> : <p>{t('filing.nothing')}</p>}
            {filing && <FilingLines filing={filing} />}
          </section>
        )}
        {held && (!filing || filing.state === 'FILING_STATE_DETERMINED') && <FileForm key={asked} {...step} division={desk.division} />}
        {filing?.state === 'FILING_STATE_FILED' && <AcceptForm key={filing.id} {...step} filing={filing} />}
        {filing?.state === 'FILING_STATE_ACCEPTED' && <ScoreFiling key={filing.id} {...step} filing={filing} />}
      </div>
    </div>
  );
}

function Score({ fixed }: { fixed: Fixed }) {
  const { t, code } = useWords();
  return (
    <dl>
      <dt>{t('filing.score')}</dt><dd><b>{fixed.points ?? '—'}</b> · {t(fixed.standardReached ? 'filing.reached' : 'filing.notReached')}</dd>
      <dt>{t('filing.status')}</dt><dd>{code('scorestatus', fixed.status)}{fixed.standsUntil && ' · ' + t('filing.until', { date: fixed.standsUntil })}</dd>
      <dt>{t('filing.determinedOn')}</dt><dd>{fixed.determinedOn}</dd>
    </dl>
  );
}

function FilingLines({ filing }: { filing: Filing }) {
  const { t, code } = useWords();
  return (
    <dl>
      <dt>{t('filing.id')}</dt><dd className="code">{filing.id}</dd>
      <dt>{t('filing.kind')}</dt><dd>{code('filingkind', filing.kind)}</dd>
      <dt>{t('filing.state')}</dt><dd><b>{code('filingstate', filing.state)}</b></dd>
      {filing.employer && <><dt>{t('filing.employer')}</dt><dd className="code">{filing.employer}</dd></>}
      <dt>{t('filing.filedOn')}</dt><dd>{filing.filedOn}</dd>
      {filing.acceptedOn && <><dt>{t('filing.acceptedOn')}</dt><dd>{filing.acceptedOn}</dd></>}
      <dt>{t('filing.dueOn')}</dt><dd><Due filing={filing} /></dd>
    </dl>
  );
}
