import { Button } from 'antd';
import { useId, useState } from 'react';
import { ProblemNote } from '../app/states';
import { uuid } from '../app/uuid';
import { post } from '../call/call';
import { useCall } from '../call/useCall';
import { DecisionView } from '../decision/DecisionView';
import { clock } from '../decision/words';
import { useWords } from '../words/i18n';
import { withPlaces } from '../words/places';
import { hashOf, kindsAsked, type Filed, type KnownFact, type MissingItem, type Paper } from './application';

const OPEN = ['APPLICATION_STATE_DRAFT', 'APPLICATION_STATE_SUBMITTED', 'APPLICATION_STATE_RETURNED', 'APPLICATION_STATE_NEEDS_REVIEW'];
const PERMITS = '/v1/permitApplications:';

/** An application for one person: filled in by records, handed in with what nobody knows yet, and told once what is missing. */
export function ApplicationCard({ citizenId, day, caseRef }: { citizenId: string; day: string; caseRef: string }) {
  const { t, code } = useWords();
  const call = useCall<Filed>();
  const [papers, setPapers] = useState<Paper[]>([]);
  const context = { purpose: 'PURPOSE_PERMIT_APPLICATION', caseRef };
  const filed = call.answer;

  function open() {
    void call.run(async () => {
      const answer = await post<Filed>(PERMITS + 'open', { citizenId, openedOn: day, requestId: uuid(), context });
      return { ...answer, facts: answer.facts ?? [], missing: answer.missing ?? [] };
    });
  }

  function next(verb: 'submit' | 'supplement' | 'decide', body: object) {
    if (!filed) return;
    const asked = { applicationId: filed.application.id, etag: filed.etag, requestId: uuid(), context, ...body };
    void call.run(async () => ({ ...filed, ...(await post<Filed>(PERMITS + verb, asked)) })).then((done) => done && setPapers([]));
  }

  if (!filed) {
    return (
      <section className="card">
        <h2>{t('application.title')}</h2>
        <p>{t('application.says')}</p>
        {call.problem && <ProblemNote problem={call.problem} department="permit" />}
        <Button disabled={call.busy} onClick={open}>{t('application.open')}</Button>
      </section>
    );
  }
  const state = filed.application.state;
  const draft = state === 'APPLICATION_STATE_DRAFT';
  return (
    <section className="card" aria-busy={call.busy}>
      <h2>{t('application.title')}</h2>
      <dl>
        <dt>{t('permit.number')}</dt><dd>{filed.application.id}</dd>
        <dt>{t('permit.status')}</dt><dd><b>{code('application', state)}</b></dd>
        {filed.application.dueOn && <><dt>{t('application.due')}</dt><dd>{filed.application.dueOn}</dd></>}
        {filed.application.permitNumber && <><dt>{t('application.permit')}</dt><dd><b>{filed.application.permitNumber}</b></dd></>}
      </dl>
      {call.problem && <ProblemNote problem={call.problem} department="permit" />}
      {draft && <Known facts={filed.facts} />}
      <Missing items={filed.application.notice?.items ?? (draft ? filed.missing : [])} noticed={filed.application.notice?.on} />
      {OPEN.includes(state) && (
        <>
          {kindsAsked(filed).map((kind) => <PaperField key={kind} kind={kind} put={(paper) => setPapers([...papers.filter((each) => each.kind !== kind), paper])} />)}
          <Button type="primary" disabled={call.busy}
            onClick={() => (draft ? next('submit', { materials: papers, submittedOn: day }) : next('supplement', { materials: papers, supplementedOn: day }))}>
            {t(draft ? 'application.submit' : 'application.supplement')}
          </Button>
        </>
      )}
      {state === 'APPLICATION_STATE_ACCEPTED' && (
        <Button type="primary" disabled={call.busy} onClick={() => next('decide', { act: 'APPLICATION_ACT_ISSUE', decidedOn: day })}>{t('application.issue')}</Button>
      )}
      {filed.decision && <DecisionView decision={filed.decision} />}
    </section>
  );
}

/** Nothing of this is typed by anybody. */
function Known({ facts }: { facts: KnownFact[] }) {
  const { t, code, pick, language } = useWords();
  return (
    <div className="wide facts" tabIndex={0} role="region" aria-label={t('application.known')}>
      <h3>{t('application.known')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('decision.dataset')}</th>
            <th scope="col">{t('decision.value')}</th>
            <th scope="col">{t('decision.department')}</th>
            <th scope="col">{t('decision.asof')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact, n) => (
            <tr key={n}>
              <th scope="row">{code('dataset', fact.name)}</th>
              <td>{fact.known ? withPlaces(pick(fact.valueZh, fact.value), language) : t('application.unknown')}</td>
              <td>{code('department', fact.source)}</td>
              <td>{clock(fact.asOf)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Missing({ items, noticed }: { items: MissingItem[]; noticed?: string }) {
  const { t, code, pick } = useWords();
  if (items.length === 0) return null;
  return (
    <>
      <h3>{noticed ? t('application.notice', { date: noticed }) : t('application.missing')}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.code}>
            {pick(item.textZh, item.textEn)} <span className="small">{item.article}</span>
            {item.anyOf && <div className="small">{t('application.anyOf', { kinds: item.anyOf.map((kind) => code('material', kind)).join('、') })}</div>}
          </li>
        ))}
      </ul>
    </>
  );
}

function PaperField({ kind, put }: { kind: string; put: (paper: Paper) => void }) {
  const { code } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{code('material', kind)}</label>
      <input id={id} type="file" onChange={(event) => {
        const file = event.target.files?.[0];
        if (file) void hashOf(file).then((sha256) => put({ kind, sha256 }));
      }} />
    </div>
  );
}
