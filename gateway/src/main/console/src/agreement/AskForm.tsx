import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { ProblemNote } from '../app/states';
import { useChange } from '../call/useChange';
import { iso } from '../identity/citizenId';
import { useWords } from '../words/i18n';
import type { Terms } from './agreement';
import { TermsFields } from './TermsFields';

const Area = Input.TextArea;

/** Asks the owner for datasets; the answer is due in one working day, or in ten where one of them is conditional. */
export function AskForm({ owner, consumer, done }: { owner: string; consumer: string; done: () => void }) {
  const { t, code } = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [terms, setTerms] = useState<Terms>({ grants: [], purposes: [], validFrom: iso(new Date()), validTo: '' });
  const [law, setLaw] = useState('');
  const [short, setShort] = useState(false);
  const call = useChange<object>();
  async function ask() {
    const wanting = !terms.grants?.length || !terms.purposes?.length || !terms.validTo || law.trim().length < 2;
    setShort(wanting);
    if (wanting || !(await call.send(`/v1/departments/${owner}/agreements:request`, { terms, legalBasis: law.trim() }))) return;
    setOpen(false);
    done();
  }
  if (!open) return <p className="card"><Button type="primary" onClick={() => setOpen(true)}>{t('agreement.ask', { owner: code('department', owner) })}</Button></p>;
  return (
    <form className="card" aria-labelledby={id + 'h'} noValidate onSubmit={(event) => { event.preventDefault(); void ask(); }}>
      <h2 id={id + 'h'}>{t('agreement.ask', { owner: code('department', owner) })}</h2>
      <p className="small">{t('agreement.ask.says')}</p>
      <TermsFields owner={owner} consumer={consumer} terms={terms} change={setTerms} />
      <div className="field">
        <label htmlFor={id}>{t('agreement.law')}</label>
        <Area id={id} rows={2} maxLength={2000} value={law} onChange={(event) => setLaw(event.target.value)} />
      </div>
      {short && <p className="says fault" role="alert">{t('agreement.ask.short')}</p>}
      {call.problem && <ProblemNote problem={call.problem} department={owner} />}
      <div className="row">
        <Button type="primary" htmlType="submit" disabled={call.busy}>{t('agreement.send')}</Button>
        <Button onClick={() => setOpen(false)}>{t('sure.no')}</Button>
      </div>
    </form>
  );
}
