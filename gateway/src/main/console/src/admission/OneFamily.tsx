import { useEffect, useRef, useState } from 'react';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { useCase } from '../app/Case';
import { post } from '../call/call';
import type { Desk } from '../call/session';
import type { Decision, Note } from '../call/types';
import { useCall } from '../call/useCall';
import { DecisionView } from '../decision/DecisionView';
import { useWords } from '../words/i18n';
import { nobody, question } from './family';
import type { Family } from './family';
import { FamilyForm } from './FamilyForm';
import { Sheet, Signature } from './Sheet';

interface Answer {
  decision: Decision;
  notes?: Note[];
}

/** A family at the counter: who they are on the left, the answer on the right. */
export function OneFamily({ desk }: { desk: Desk }) {
  const { t } = useWords();
  const [family, setFamily] = useState<Family>(nobody);
  const [caseRef, newCase] = useCase(desk.name);
  const [asked, setAsked] = useState<Family>();
  const call = useCall<Answer>();
  const answer = useRef<HTMLDivElement>(null);

  async function ask(of: Family) {
    const got = await call.run(() => post<Answer>('/v1/admissions:verify', question(of, desk.division, caseRef)), of.childId === asked?.childId);
    if (got) setAsked(of);
  }

  function next() {
    call.clear();
    setAsked(undefined);
    setFamily(nobody);
    newCase();
  }

  // Whoever listens to the page hears the decision as soon as it is there.
  useEffect(() => {
    if (call.answer) answer.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [call.answer]);

  return (
    <div className="desk">
      <FamilyForm
        family={family}
        change={setFamily}
        division={desk.division}
        caseRef={caseRef}
        busy={call.busy}
        problem={call.problem}
        ask={(of) => void ask(of)}
        next={asked && next}
      />
      <div className="answer" ref={answer} aria-busy={call.busy}>
        {call.problem && <ProblemNote problem={call.problem} retry={() => void ask(family)} still={call.at} department="education" />}
        {call.answer && asked ? (
          <>
            <Sheet family={asked} caseRef={caseRef} decision={call.answer.decision} />
            <DecisionView decision={call.answer.decision} notes={call.answer.notes} print={() => window.print()}
              acting={desk.role === 'supervisor' ? undefined : { purpose: 'PURPOSE_SCHOOL_ADMISSION', caseRef, changed: (decision) => call.put({ ...call.answer!, decision }) }} />
            <Signature />
          </>
        ) : call.busy ? <Loading /> : !call.problem && <Nothing>{t('admission.empty')}</Nothing>}
      </div>
    </div>
  );
}
