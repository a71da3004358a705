import { useState } from 'react';
import { useCase } from '../app/Case';
import { DateField } from '../app/DateField';
import type { DeskProps } from '../app/desks';
import { PersonForm } from '../app/PersonForm';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { post, Refused } from '../call/call';
import type { Decision } from '../call/types';
import { useCall } from '../call/useCall';
import { DecisionView } from '../decision/DecisionView';
import { iso } from '../identity/citizenId';
import { useWords } from '../words/i18n';
import { place } from '../words/places';
import { ApplicationCard } from './ApplicationCard';

interface Permit {
  number: string;
  division: string;
  status: string;
  issuedOn?: string;
  endorsedTo?: string;
  yearsCountFrom?: string;
  endorsementFrom?: string;
}

interface Check {
  decision: Decision;
  documentsRequested?: string[];
  issueDue?: string;
  feeFen?: string;
}

const APPLICANT = '990101199506120117';
const NONE_OF_THREE = '990101199411030127';

/** Whoever has no permit is told so, which is no failure. */
async function permitOf(question: unknown): Promise<{ permit?: Permit }> {
  try {
    return await post<{ permit: Permit }>('/v1/permits:get', question);
  } catch (failure) {
    if (failure instanceof Refused && failure.problem.reason === 'PERMIT_NOT_FOUND') return {};
    throw failure;
  }
}

export default function PermitDesk({ desk }: DeskProps) {
  const { t, code } = useWords();
  const [id, setId] = useState('');
  const [day, setDay] = useState(() => iso(new Date()));
  const [asked, setAsked] = useState('');
  const [caseRef] = useCase(desk.name);
  const permit = useCall<{ permit?: Permit }>();
  const check = useCall<Check>();

  function ask(citizenId: string) {
    const keep = citizenId === asked;
    setAsked(citizenId);
    const context = { purpose: 'PURPOSE_PERMIT_APPLICATION', caseRef };
    void permit.run(() => permitOf({ citizenId, context }), keep);
    void check.run(() => post<Check>('/v1/permits:check', { citizenId, division: desk.division, appliedOn: day, context }), keep);
  }

  const empty = !check.answer && !check.busy && !check.problem;
  return (
    <>
      <div className="head"><h1>{t('permit.title')}</h1></div>
      <div className="desk">
        <PersonForm id={id} change={setId} ask={ask} busy={check.busy} problem={check.problem} says={t('permit.ask')}
          purpose="PURPOSE_PERMIT_APPLICATION" caseRef={caseRef} demoTitle={t('permit.try')}
          demo={[{ name: t('permit.try.full'), id: APPLICANT }, { name: t('permit.try.none'), id: NONE_OF_THREE }]}>
          <DateField label={t('permit.applied')} value={day} onChange={setDay}
            says={check.problem?.field === 'appliedOn' ? code('reason', check.problem.reason) : undefined} />
        </PersonForm>
        <div className="answer" aria-busy={check.busy}>
          {empty && <Nothing>{t('permit.empty')}</Nothing>}
          {permit.problem && permit.problem.reason !== check.problem?.reason && <ProblemNote problem={permit.problem} retry={() => ask(asked)} department="permit" />}
          {permit.answer && <Card permit={permit.answer.permit} />}
          {check.problem && <ProblemNote problem={check.problem} retry={() => ask(asked)} still={check.at} department="permit" />}
          {check.answer ? <Checked check={check.answer} /> : check.busy && <Loading />}
          {check.answer && <ApplicationCard key={asked} citizenId={asked} day={day} caseRef={caseRef} />}
        </div>
      </div>
    </>
  );
}

function Card({ permit }: { permit?: Permit }) {
  const { t, code, language } = useWords();
  return (
    <section className="card">
      <h2>{t('permit.card')}</h2>
      {permit ? (
        <dl>
          <dt>{t('permit.status')}</dt><dd><b>{code('permitstatus', permit.status)}</b></dd>
          <dt>{t('permit.number')}</dt><dd>{permit.number}</dd>
          <dt>{t('permit.division')}</dt><dd>{place(permit.division, language)}</dd>
          <dt>{t('permit.issued')}</dt><dd>{permit.issuedOn}</dd>
          <dt>{t('permit.endorsed')}</dt><dd>{permit.endorsedTo}</dd>
          <dt>{t('permit.window')}</dt><dd>{permit.endorsementFrom}</dd>
          <dt>{t('permit.years')}</dt><dd>{permit.yearsCountFrom}</dd>
        </dl>
      ) : <p>{t('permit.none')}</p>}
    </section>
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
