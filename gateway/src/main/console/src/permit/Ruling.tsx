import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Source } from '../app/Source';
import { ProblemNote } from '../app/states';
import { useChange } from '../call/useChange';
import { DecisionView } from '../decision/DecisionView';
import { useWords } from '../words/i18n';
import type { Filed } from './application';

const Area = Input.TextArea;
type Act = 'APPLICATION_ACT_ACCEPT' | 'APPLICATION_ACT_REFUSE' | 'APPLICATION_ACT_ISSUE';

interface Props {
  filed: Filed;
  context: { purpose: string; caseRef: string };
  at?: Date;
  done: (filed: Filed) => void;
}

/** One application with its decision: what waits for an officer is accepted or refused with reason and article, what is accepted is issued. */
export function Ruling({ filed, context, at, done }: Props) {
  const { t, code } = useWords();
  const id = useId();
  const [reason, setReason] = useState('');
  const [article, setArticle] = useState('');
  const [short, setShort] = useState(false);
  const change = useChange<Partial<Filed>>();
  const { application, decision, etag } = filed;
  async function act(what: Act) {
    const wanting = what !== 'APPLICATION_ACT_ISSUE' && (reason.trim().length < 2 || !article.trim());
    setShort(wanting);
    if (wanting) return;
    const answer = await change.send('/v1/permitApplications:decide', { applicationId: application.id, act: what, reason: reason.trim(), article: article.trim(), etag, context });
    if (answer) done({ ...filed, ...answer });
  }
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{application.id} · {code('application', application.state)}</h2>
      <Source department="permit" at={at} />
      {application.permitNumber && <p>{t('application.permit')}: <b>{application.permitNumber}</b></p>}
      {change.problem && <ProblemNote problem={change.problem} department="permit" />}
      {application.state === 'APPLICATION_STATE_NEEDS_REVIEW' && (
        <div className="act no-print">
          <h3>{t('act.title')}</h3>
          <div className="field">
            <label htmlFor={id + 'r'}>{t('act.reason')}</label>
            <Area id={id + 'r'} rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
          </div>
          <div className="field">
            <label htmlFor={id + 'a'}>{t('act.article')}</label>
            <Input id={id + 'a'} maxLength={200} value={article} onChange={(event) => setArticle(event.target.value)} />
          </div>
          {short && <p className="says fault" role="alert">{t('act.short')}</p>}
          <div className="row">
            <Button disabled={change.busy} onClick={() => void act('APPLICATION_ACT_ACCEPT')}>{t('permit.accept')}</Button>
            <Button danger disabled={change.busy} onClick={() => void act('APPLICATION_ACT_REFUSE')}>{t('permit.refuse')}</Button>
          </div>
        </div>
      )}
      {application.state === 'APPLICATION_STATE_ACCEPTED' && <Button type="primary" disabled={change.busy} onClick={() => void act('APPLICATION_ACT_ISSUE')}>{t('application.issue')}</Button>}
      {decision && <DecisionView decision={decision} />}
    </section>
  );
}
