import { Input, Tag } from 'antd';
import { useId, useState } from 'react';
import { useCase } from '../app/Case';
import type { DeskProps } from '../app/desks';
import { PersonForm } from '../app/PersonForm';
import { Source } from '../app/Source';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { useChange } from '../call/useChange';
import { doseName } from '../vaccination/doses';
import { useWords } from '../words/i18n';
import { TermList } from './TermList';

export interface Check {
  pupilRef: string;
  school?: string;
  enteredOn?: string;
  result: string;
  missing?: string[];
  pending?: { dataset: string; source: string; cause: string };
  checkedOn?: string;
  checkDue?: string;
  recheckDue?: string;
}

const PURPOSE = 'PURPOSE_SCHOOL_ADMISSION';

/** The school's check of vaccinations: one pupil after another from shared data, and the term list of those with gaps. */
export default function SchoolCheck({ desk }: DeskProps) {
  const words = useWords();
  const { t, code } = words;
  const [id, setId] = useState('');
  const [school, setSchool] = useState('');
  const [noSchool, setNoSchool] = useState(false);
  const [caseRef, next] = useCase(desk.name);
  const field = useId();
  const check = useChange<{ check: Check }>();
  const [listed, setListed] = useState(0);
  const officer = desk.role === 'admission-officer';
  async function ask(citizenId: string) {
    setNoSchool(!school);
    if (!school) return;
    if (!(await check.send('/v1/vaccinationChecks:check', { citizenId, school, context: { purpose: PURPOSE, caseRef } }))) return;
    next();
    setListed((before) => before + 1);
  }
  const found = check.answer?.check;
  return (
    <div className="desk">
      <div>
        {officer ? (
          <PersonForm id={id} change={setId} ask={(citizenId) => void ask(citizenId)} busy={check.busy} problem={check.problem} says={t('school.ask')} purpose={PURPOSE} caseRef={caseRef}>
            <SchoolField id={field} school={school} set={setSchool} wrong={noSchool} />
          </PersonForm>
        ) : <form className="panel" onSubmit={(event) => event.preventDefault()}><SchoolField id={field} school={school} set={setSchool} wrong={false} /></form>}
      </div>
      <div className="answer" aria-busy={check.busy}>
        {check.problem && <ProblemNote problem={check.problem} still={check.at} department="education" />}
        {officer && !found && !check.problem && (check.busy ? <Loading /> : <Nothing>{t('school.empty')}</Nothing>)}
        {found && (
          <section className="card" aria-labelledby="checked">
            <h2 id="checked">{code('checkresult', found.result)}</h2>
            <Source department="education" at={check.at} />
            {found.result === 'PENDING' && <p>{t('school.pending', { department: code('department', found.pending?.source ?? ''), cause: code('cause', found.pending?.cause ?? '') })}</p>}
            {!!found.missing?.length && <p className="doses">{found.missing.map((each) => <Tag key={each} color="gold">{doseName(each, words)}</Tag>)}</p>}
            <dl>
              <dt>{t('school.ref')}</dt><dd className="code">{found.pupilRef}</dd>
              <dt>{t('school.entered')}</dt><dd>{found.enteredOn}</dd>
              <dt>{t('vaccination.check')}</dt><dd>{found.checkDue}</dd>
              {!!found.missing?.length && <><dt>{t('vaccination.recheck')}</dt><dd>{found.recheckDue}</dd></>}
            </dl>
            <p className="small">{t('vaccination.never')}</p>
          </section>
        )}
        <TermList school={school} context={{ purpose: PURPOSE, caseRef }} listed={listed} officer={desk.officer} />
      </div>
    </div>
  );
}

function SchoolField({ id, school, set, wrong }: { id: string; school: string; set: (school: string) => void; wrong: boolean }) {
  const { t } = useWords();
  return (
    <div className="field">
      <label htmlFor={id}>{t('school.code')}</label>
      <Input id={id} maxLength={40} value={school} status={wrong && !school ? 'error' : undefined} onChange={(event) => set(event.target.value.trim())} />
      {wrong && !school && <div className="says fault">{t('school.code.missing')}</div>}
    </div>
  );
}
