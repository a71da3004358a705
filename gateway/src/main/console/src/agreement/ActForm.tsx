import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { ProblemNote } from '../app/states';
import { useChange } from '../call/useChange';
import { useWords } from '../words/i18n';
import { WITH_REASON, WITH_TERMS } from './agreement';
import type { Act, Agreement, Terms } from './agreement';
import { TermsFields } from './TermsFields';

const Area = Input.TextArea;
const HARD: Act[] = ['refuse', 'revoke', 'suspend'];

interface Props {
  agreement: Agreement;
  acts: Act[];
  act?: Act;
  choose: (act?: Act) => void;
  done: () => void;
}

/** One act at a time, with what it demands: a reason, other terms, or the law. */
export function ActForm({ agreement, acts, act, choose, done }: Props) {
  const { t, code } = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const [terms, setTerms] = useState<Terms>(agreement.terms ?? {});
  const [short, setShort] = useState(false);
  const change = useChange<object>();
  const reason = !!act && WITH_REASON.includes(act);
  const law = act === 'widen';
  async function go() {
    if (!act) return;
    const wanting = (reason || law) && text.trim().length < 2;
    setShort(wanting);
    if (wanting) return;
    const body = {
      id: agreement.id, etag: agreement.etag,
      ...(reason && { reason: text.trim() }), ...(law && { legalBasis: text.trim() }), ...(WITH_TERMS.includes(act) && { terms }),
    };
    if (await change.send(`/v1/departments/${agreement.owner}/agreements:${act}`, body)) done();
  }
  return (
    <form className="act" noValidate onSubmit={(event) => { event.preventDefault(); void go(); }}>
      <h3>{t('act.title')}</h3>
      <div className="row">
        {acts.map((each) => (
          <Button key={each} aria-pressed={act === each} danger={HARD.includes(each)} type={act === each ? 'primary' : 'default'}
            onClick={() => { setShort(false); setText(each === 'widen' ? agreement.legalBasis ?? '' : ''); choose(act === each ? undefined : each); }}>
            {code('agreementdo', each)}
          </Button>
        ))}
      </div>
      {act && <p className="small">{code('agreementsays', act)}</p>}
      {act && WITH_TERMS.includes(act) && <TermsFields owner={agreement.owner} consumer={agreement.consumer} terms={terms} within={act === 'narrow' ? agreement.terms : undefined} change={setTerms} />}
      {act && (reason || law) && (
        <div className="field">
          <label htmlFor={id}>{t(law ? 'agreement.law' : 'agreement.reason')}</label>
          <Area id={id} rows={2} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
        </div>
      )}
      {short && <p className="says fault" role="alert">{t('agreement.short')}</p>}
      {change.problem && <ProblemNote problem={change.problem} retry={done} department={agreement.owner} />}
      {act && <Button type="primary" danger={HARD.includes(act)} htmlType="submit" disabled={change.busy}>{t('sure.go', { what: code('agreementdo', act) })}</Button>}
    </form>
  );
}
