import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { ProblemNote } from '../app/states';
import { uuid } from '../app/uuid';
import { post } from '../call/call';
import type { Decision } from '../call/types';
import { useCall } from '../call/useCall';
import { useWords } from '../words/i18n';
import { clock, neverFinal } from './words';

/** What an officer needs to act on a proposal, and where the decision goes afterwards. */
export interface Acting {
  purpose: string;
  caseRef: string;
  changed: (decision: Decision) => void;
}

const Area = Input.TextArea;
const REFUSALS = ['OUTCOME_NOT_ELIGIBLE', 'OUTCOME_VETOED'];

/** A machine's refusal waits here for an officer, who confirms it or sets it aside, with reason and article. */
export function ActPanel({ decision, acting }: { decision: Decision; acting?: Acting }) {
  const { t } = useWords();
  const act = decision.officerAct;
  if (act) {
    return <p><b>{t('act.done', { officer: act.officer, at: clock(act.at), reason: act.reason, article: act.article })}</b></p>;
  }
  if (!acting || decision.finality !== 'FINALITY_PROPOSED' || !REFUSALS.includes(decision.outcome)) return null;
  return <Form decision={decision} acting={acting} key={decision.id} />;
}

function Form({ decision, acting }: { decision: Decision; acting: Acting }) {
  const { t } = useWords();
  const id = useId();
  const [reason, setReason] = useState('');
  const [article, setArticle] = useState(() => decision.reasons?.find((each) => each.article)?.article ?? '');
  const [short, setShort] = useState(false);
  const call = useCall<Decision>();
  const final = !neverFinal(decision);

  async function act(verb: 'confirmRefusal' | 'overturn') {
    const wanting = reason.trim().length < 2 || !article.trim();
    setShort(wanting);
    if (wanting) return;
    const at = `/v1/departments/${decision.id.split('-')[0]}/decisions:`;
    const context = { purpose: acting.purpose, caseRef: acting.caseRef };
    const done = await call.run(async () => {
      const { etag } = await post<{ etag: string }>(at + 'get', { id: decision.id, context });
      const asked = { id: decision.id, requestId: uuid(), etag, reason: reason.trim(), article: article.trim(), context };
      return (await post<{ decision: Decision }>(at + verb, asked)).decision;
    });
    if (done) acting.changed(done);
  }

  return (
    <section className="act no-print" aria-labelledby={id + '-act'}>
      <h3 id={id + '-act'}>{t('act.title')}</h3>
      {!final && <p className="small">{t('act.synthetic')}</p>}
      <div className="field">
        <label htmlFor={id + '-reason'}>{t('act.reason')}</label>
        <Area id={id + '-reason'} rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={id + '-article'}>{t('act.article')}</label>
        <Input id={id + '-article'} maxLength={200} value={article} onChange={(event) => setArticle(event.target.value)} />
      </div>
      {short && <p className="says fault" role="alert">{t('act.short')}</p>}
      {call.problem && <ProblemNote problem={call.problem} department={decision.id.split('-')[0]} />}
      <div className="row">
        {final && <Button danger disabled={call.busy} onClick={() => void act('confirmRefusal')}>{t('act.confirm')}</Button>}
        <Button disabled={call.busy} onClick={() => void act('overturn')}>{t('act.overturn')}</Button>
      </div>
    </section>
  );
}
