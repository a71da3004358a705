import { useState } from 'react';
import { useLocation } from 'react-router';
import { useCase } from '../app/Case';
import { DateField } from '../app/DateField';
import type { DeskProps } from '../app/desks';
import { PersonForm } from '../app/PersonForm';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { post } from '../call/call';
import type { Decision } from '../call/types';
import { useCall } from '../call/useCall';
import { DecisionView } from '../decision/DecisionView';
import { iso } from '../identity/citizenId';
import { useWords } from '../words/i18n';
import { ApplicationCard } from './ApplicationCard';
import { permitOf, PURPOSE, scanned } from './permit';
import type { Held } from './permit';
import { PermitCard } from './PermitCard';

interface Check {
  decision: Decision;
  documentsRequested?: string[];
  issueDue?: string;
  feeFen?: string;
}

const APPLICANT = '990101199506120117';
const NONE_OF_THREE = '990101199411030127';

/** One person at the window: the permit there is, whether one may apply, and the application itself. */
export function OneApplicant({ desk }: DeskProps) {
  const { t, code } = useWords();
  const shown = scanned(useLocation().search);
  const [id, setId] = useState('');
  const [day, setDay] = useState(() => iso(new Date()));
  const [asked, setAsked] = useState('');
  const [caseRef] = useCase(desk.name);
  const permit = useCall<Held>();
  const check = useCall<Check>();

  function ask(citizenId: string) {
    const keep = citizenId === asked;
    setAsked(citizenId);
    const context = { purpose: PURPOSE, caseRef };
    void permit.run(() => permitOf({ citizenId, context }), keep);
    void check.run(() => post<Check>('/v1/permits:check', { citizenId, division: desk.division, appliedOn: day, context }), keep);
  }

  const empty = !check.answer && !check.busy && !check.problem;
  return (
    <>
      {shown && <p className="card no-print" role="status">{t('permit.code.read', { number: shown })}</p>}
      <div className="desk">
        <PersonForm id={id} change={setId} ask={ask} busy={check.busy} problem={check.problem} says={t('permit.ask')}
          purpose={PURPOSE} caseRef={caseRef} demoTitle={t('permit.try')}
          demo={[{ name: t('permit.try.full'), id: APPLICANT }, { name: t('permit.try.none'), id: NONE_OF_THREE }]}>
          <DateField label={t('permit.applied')} value={day} onChange={setDay}
            says={check.problem?.field === 'appliedOn' ? code('reason', check.problem.reason) : undefined} />
        </PersonForm>
        <div className="answer" aria-busy={check.busy}>
          {empty && <Nothing>{t('permit.empty')}</Nothing>}
          {permit.problem && permit.problem.reason !== check.problem?.reason && <ProblemNote problem={permit.problem} retry={() => ask(asked)} department="permit" />}
          {permit.answer && <PermitCard held={permit.answer} citizenId={asked} caseRef={caseRef} at={permit.at} again={() => ask(asked)} shown={shown} />}
          {check.problem && <ProblemNote problem={check.problem} retry={() => ask(asked)} still={check.at} department="permit" />}
          {check.answer ? <Checked check={check.answer} /> : check.busy && <Loading />}
          {check.answer && <ApplicationCard key={asked} citizenId={asked} day={day} caseRef={caseRef} />}
        </div>
      </div>
    </>
  );
}

function Checked({ check }: { check: Check }) {
  const { t } = useWords();
  const fee = Number(check.feeFen ?? 0);
  return (
    <section className="card">
      <h2>{t('permit.check')}</h2>
      <dl>
        <dt>{t('permit.documents')}</dt><dd><b>{check.documentsRequested?.join(', ') || t('none')}</b></dd>
      </dl>
      <p className="small">
        {check.issueDue && t('permit.due', { date: check.issueDue }) + ' · '}
        {fee ? t('permit.fee', { fee: fee / 100 }) : t('permit.free')}
      </p>
      <DecisionView decision={check.decision} />
    </section>
  );
}
