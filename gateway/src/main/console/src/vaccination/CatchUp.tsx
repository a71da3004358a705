import { Button } from 'antd';
import { useId, useState } from 'react';
import { DateField } from '../app/DateField';
import { ProblemNote } from '../app/states';
import { useChange } from '../call/useChange';
import { iso } from '../identity/citizenId';
import { useWords } from '../words/i18n';
import { VACCINES, vaccineOf } from './doses';

interface Props {
  citizenId: string;
  division: string;
  etag?: string;
  missing: string[];
  context: { purpose: string; caseRef: string };
  done: () => void;
}

/** A dose given at this unit goes on the child's record, and the assessment is made anew. */
export function CatchUp({ citizenId, division, etag, missing, context, done }: Props) {
  const { t, code } = useWords();
  const id = useId();
  const [vaccine, setVaccine] = useState(() => vaccineOf(missing[0] ?? '') ?? VACCINES[0]!);
  const [givenOn, setGivenOn] = useState(() => iso(new Date()));
  const call = useChange<object>();
  async function record() {
    if (await call.send('/v1/vaccinations:recordDose', { citizenId, vaccine, givenOn, division, etag, context })) done();
  }
  return (
    <form className="act no-print" noValidate onSubmit={(event) => { event.preventDefault(); void record(); }}>
      <h3>{t('dose.title')}</h3>
      <div className="fields">
        <div className="field">
          <label htmlFor={id}>{t('vaccination.vaccine')}</label>
          <select id={id} value={vaccine} onChange={(event) => setVaccine(event.target.value)}>
            {VACCINES.map((each) => <option key={each} value={each}>{code('vaccine', each)}</option>)}
          </select>
        </div>
        <DateField label={t('vaccination.given')} value={givenOn} onChange={setGivenOn} says={call.problem?.field === 'givenOn' ? code('reason', call.problem.reason) : undefined} />
      </div>
      {call.problem && <ProblemNote problem={call.problem} department="health" />}
      <Button htmlType="submit" disabled={call.busy || !givenOn}>{t('dose.record')}</Button>
    </form>
  );
}
