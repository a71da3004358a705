import { Button } from 'antd';
import { ProblemNote } from '../app/states';
import { Sure } from '../app/Sure';
import { post } from '../call/call';
import { useCall } from '../call/useCall';
import { useChange } from '../call/useChange';
import { DecisionView } from '../decision/DecisionView';
import { useWords } from '../words/i18n';
import type { StepProps } from './FileForm';
import { PURPOSE } from './points';
import type { Filing } from './points';
import { PointsSheet } from './PointsSheet';
import type { Sheet } from './PointsSheet';

interface Scored {
  sheet: Sheet;
  etag: string;
}

/** Scored as of the day of acceptance; fixed on a final decision, which a refusal becomes when an officer confirms it. */
export function ScoreFiling({ citizenId, context, done, filing }: StepProps & { filing: Filing }) {
  const { t } = useWords();
  const score = useCall<Scored>();
  const fix = useChange<object>();
  const ask = () => void score.run(() => post<Scored>('/v1/points:score', { citizenId, filingId: filing.id, context }));
  const scored = score.answer;
  const decision = scored?.sheet.decision;
  async function determine() {
    if (!scored || !decision) return;
    if (await fix.send('/v1/points:determine', { citizenId, filingId: filing.id, decisionId: decision.id, etag: scored.etag, context })) done();
  }
  return (
    <section className="card" aria-labelledby="score">
      <h2 id="score">{t('filing.scoreIt')}</h2>
      <p className="small">{t('filing.scoreIt.says')}</p>
      {score.problem && <ProblemNote problem={score.problem} retry={ask} still={score.at} department="social" />}
      {fix.problem && <ProblemNote problem={fix.problem} department="social" />}
      <div className="row">
        <Button type={scored ? 'default' : 'primary'} disabled={score.busy} onClick={ask}>{t(scored ? 'filing.scoreAgain' : 'filing.scoreIt')}</Button>
        {decision?.finality === 'FINALITY_FINAL' && <Sure says={t('filing.determine')} warns={t('filing.determine.warns')} busy={fix.busy} go={() => void determine()} />}
      </div>
      {scored && <PointsSheet sheet={scored.sheet} lines={false} />}
      {scored && decision && (
        <DecisionView decision={decision} acting={{ purpose: PURPOSE, caseRef: context.caseRef, changed: (changed) => score.put({ ...scored, sheet: { ...scored.sheet, decision: changed } }) }} />
      )}
    </section>
  );
}
