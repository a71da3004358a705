import { Tag } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useCase } from '../app/Case';
import { DateField } from '../app/DateField';
import type { DeskProps } from '../app/desks';
import { PersonForm } from '../app/PersonForm';
import { Source } from '../app/Source';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { post } from '../call/call';
import type { Decision } from '../call/types';
import { useCall } from '../call/useCall';
import { DecisionView } from '../decision/DecisionView';
import { iso } from '../identity/citizenId';
import { useWords } from '../words/i18n';
import { CatchUp } from './CatchUp';
import { doseName } from './doses';

interface Assessment {
  decision: Decision;
  doses?: { vaccine: string; givenOn: string; number?: number }[];
  checkDue?: string;
  recheckDue?: string;
  etag?: string;
}

const CHILD = '990301201903020225';

/** Which doses a child lacks at the start of term, and when they are looked at again. */
export default function VaccinationDesk({ desk }: DeskProps) {
  const { t, code } = useWords();
  const [id, setId] = useState('');
  const [term, setTerm] = useState(() => iso(new Date()));
  const [asked, setAsked] = useState('');
  const [caseRef] = useCase(desk.name);
  const call = useCall<Assessment>();

  function ask(citizenId: string) {
    setAsked(citizenId);
    const question = { citizenId, termStart: term, context: { purpose: 'PURPOSE_VACCINATION', caseRef } };
    void call.run(() => post<Assessment>('/v1/vaccinations:assess', question), citizenId === asked);
  }

  const catchUp = (of: Assessment) => (
    <CatchUp key={of.etag} citizenId={asked} division={desk.division} etag={of.etag} missing={of.decision.result?.items ?? []}
      context={{ purpose: 'PURPOSE_VACCINATION', caseRef }} done={() => ask(asked)} />
  );
  return (
    <>
      <div className="head"><h1>{t('vaccination.title')}</h1></div>
      <div className="desk">
        <PersonForm id={id} change={setId} ask={ask} busy={call.busy} problem={call.problem} says={t('vaccination.ask')}
          purpose="PURPOSE_VACCINATION" caseRef={caseRef} demoTitle={t('admission.try')} demo={[{ name: t('try.catchup'), id: CHILD }]}>
          <DateField label={t('vaccination.term')} value={term} onChange={setTerm}
            says={call.problem?.field === 'termStart' ? code('reason', call.problem.reason) : undefined} />
        </PersonForm>
        <div className="answer" aria-busy={call.busy}>
          {call.problem && <ProblemNote problem={call.problem} retry={() => ask(asked)} still={call.at} department="health" />}
          {call.answer ? <Answer assessment={call.answer} at={call.at} again={() => ask(asked)} catchUp={catchUp(call.answer)} /> : call.busy ? <Loading /> : !call.problem && <Nothing>{t('vaccination.empty')}</Nothing>}
        </div>
      </div>
    </>
  );
}

function Answer({ assessment, at, again, catchUp }: { assessment: Assessment; at?: Date; again: () => void; catchUp: ReactNode }) {
  const words = useWords();
  const { t } = words;
  const missing = assessment.decision.result?.items ?? [];
  return (
    <>
      <section className="card">
        <h2>{t('vaccination.missing')}</h2>
        <Source department="health" at={at} again={again} />
        <p className="doses">{missing.length ? missing.map((dose) => <Tag key={dose} color="gold">{doseName(dose, words)}</Tag>) : t('vaccination.none')}</p>
        <dl>
          <dt>{t('vaccination.check')}</dt><dd>{assessment.checkDue}</dd>
          <dt>{t('vaccination.recheck')}</dt><dd>{assessment.recheckDue}</dd>
        </dl>
        <p className="small">{t('vaccination.never')}</p>
        <h3>{t('vaccination.doses')}</h3>
        <Given doses={assessment.doses ?? []} />
        {catchUp}
      </section>
      <DecisionView decision={assessment.decision} />
    </>
  );
}

function Given({ doses }: { doses: NonNullable<Assessment['doses']> }) {
  const { t, code } = useWords();
  const vaccines = [...new Set(doses.map((dose) => dose.vaccine))];
  if (!doses.length) return <p>{t('none')}</p>;
  return (
    <table>
      <thead><tr><th scope="col">{t('vaccination.vaccine')}</th><th scope="col">{t('vaccination.given')}</th></tr></thead>
      <tbody>
        {vaccines.map((vaccine) => (
          <tr key={vaccine}>
            <th scope="row">{code('vaccine', vaccine)} <span className="small">{vaccine}</span></th>
            <td>{doses.filter((dose) => dose.vaccine === vaccine).map((dose) => <Tag key={dose.number ?? dose.givenOn}>{dose.number} · {dose.givenOn}</Tag>)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
