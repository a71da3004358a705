import { useState } from 'react';
import { useCase } from '../app/Case';
import type { DeskProps } from '../app/desks';
import { PersonForm } from '../app/PersonForm';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { post } from '../call/call';
import type { Decision } from '../call/types';
import { useCall } from '../call/useCall';
import { DecisionView } from '../decision/DecisionView';
import { useWords } from '../words/i18n';
import { Certificate } from './Certificate';
import { History } from './History';
import type { HistoryAnswer } from './History';

const MS_ZHANG = '990102197104080041';

/** What a person paid, where and when, and where the pension will be drawn. */
export function OnePerson({ desk }: DeskProps) {
  const { t } = useWords();
  const [id, setId] = useState('');
  const [asked, setAsked] = useState('');
  const [caseRef] = useCase(desk.name);
  const history = useCall<HistoryAnswer>();
  const pension = useCall<{ decision: Decision }>();

  function ask(citizenId: string) {
    const keep = citizenId === asked;
    setAsked(citizenId);
    const about = (purpose: string) => ({ citizenId, context: { purpose, caseRef } });
    void history.run(() => post<HistoryAnswer>('/v1/contributions:history', about('PURPOSE_CONTRIBUTION')), keep);
    void pension.run(() => post<{ decision: Decision }>('/v1/pensions:benefitPlace', about('PURPOSE_PENSION')), keep);
  }

  const empty = !history.answer && !history.busy && !history.problem;
  return (
    <div className="desk">
      <PersonForm id={id} change={setId} ask={ask} busy={history.busy} problem={history.problem} says={t('insurance.ask')}
        purpose="PURPOSE_CONTRIBUTION" caseRef={caseRef} demoTitle={t('insurance.try')} demo={[{ name: MS_ZHANG, id: MS_ZHANG }]} />
      <div className="answer" aria-busy={history.busy}>
        {empty && <Nothing>{t('insurance.empty')}</Nothing>}
        {history.problem && <ProblemNote problem={history.problem} retry={() => ask(asked)} still={history.at} department="social" />}
        {history.answer ? <History history={history.answer} at={history.at} /> : history.busy && <Loading />}
        {history.answer && <Certificate key={asked} citizenId={asked} caseRef={caseRef} />}
        {pension.problem && pension.problem.reason !== history.problem?.reason && <ProblemNote problem={pension.problem} retry={() => ask(asked)} still={pension.at} department="social" />}
        {pension.answer && (
          <section className="card" aria-labelledby="pension">
            <h2 id="pension">{t('insurance.pension')}</h2>
            <DecisionView decision={pension.answer.decision} />
          </section>
        )}
      </div>
    </div>
  );
}
