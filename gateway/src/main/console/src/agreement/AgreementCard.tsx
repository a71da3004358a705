import { useState } from 'react';
import { Rows } from '../app/Rows';
import { clock } from '../decision/words';
import { useWords } from '../words/i18n';
import { ActForm } from './ActForm';
import { acts, added } from './agreement';
import type { Act, Agreement, Grant, Request, Terms } from './agreement';

/** One agreement: what is given, on which law, what waits for an answer, everything that was done, and what this side may do. */
export function AgreementCard({ agreement, department, done }: { agreement: Agreement; department: string; done: () => void }) {
  const { t, code, pick } = useWords();
  const [act, setAct] = useState<Act>();
  const possible = acts(agreement, department);
  return (
    <section className="card" aria-labelledby="agreement">
      <h2 id="agreement">{agreement.id}</h2>
      <p>{code('department', agreement.owner)} → {code('department', agreement.consumer)} · <b>{code('agreementstate', agreement.state)}</b></p>
      <h3>{t('agreement.law')}</h3>
      <p className="law">{agreement.legalBasis || agreement.request?.legalBasis}</p>
      {agreement.terms && <TermsLines terms={agreement.terms} />}
      {!!agreement.bases?.length && (
        <Rows name={t('agreement.bases')} head={[t('decision.dataset'), t('integrator.class'), t('agreement.bases')]}>
          {agreement.bases.map((each) => (
            <tr key={each.dataset}><th scope="row">{code('dataset', each.dataset)}</th><td>{code('sharing', each.sharingClass)}</td><td>{pick(each.sharingBasis?.zh, each.sharingBasis?.en)}</td></tr>
          ))}
        </Rows>
      )}
      {agreement.request && <Asked request={agreement.request} now={agreement.terms} />}
      <h3>{t('agreement.history')}</h3>
      <ul>
        {(agreement.history ?? []).map((each, n) => (
          <li key={n}>{clock(each.at)} · <b>{code('agreementact', each.act)}</b> · {code('department', each.by ?? '')}{each.officer && ` · ${each.officer}`}{each.reason && <div className="small">{each.reason}</div>}</li>
        ))}
      </ul>
      {possible.length ? (
        <ActForm agreement={agreement} acts={possible} act={act} choose={setAct} done={() => { setAct(undefined); done(); }} />
      ) : <p className="small">{t('agreement.others', { owner: code('department', agreement.owner), consumer: code('department', agreement.consumer) })}</p>}
    </section>
  );
}

function TermsLines({ terms }: { terms: Terms }) {
  const { t, code, language } = useWords();
  return (
    <>
      <h3>{t('agreement.given')}</h3>
      <Grants grants={terms.grants ?? []} />
      <dl>
        <dt>{t('purpose')}</dt><dd>{(terms.purposes ?? []).map((each) => code('purpose', each)).join(language === 'en' ? ', ' : '、')}</dd>
        <dt>{t('agreement.days')}</dt><dd>{terms.validFrom} – {terms.validTo}</dd>
      </dl>
    </>
  );
}

function Grants({ grants }: { grants: Grant[] }) {
  const { t, code } = useWords();
  return (
    <Rows name={t('agreement.datasets')} head={[t('decision.dataset'), t('agreement.fields')]}>
      {grants.map((each) => <tr key={each.dataset}><th scope="row">{code('dataset', each.dataset)}</th><td className="code">{each.fields?.length ? each.fields.join(', ') : t('agreement.allFields')}</td></tr>)}
    </Rows>
  );
}

function Asked({ request, now }: { request: Request; now?: Terms }) {
  const { t } = useWords();
  const more = added(now, request.terms);
  return (
    <div className="act">
      <h3>{t('agreement.asked', { date: request.askedOn ?? '', due: request.dueOn ?? '' })}{request.overdue && <b className="gap-line"> · {t('permit.overdue')}</b>}</h3>
      <p className="law">{request.legalBasis}</p>
      {now && more.length > 0 && <p>{t('agreement.more')}</p>}
      {now && more.length > 0 ? <Grants grants={more} /> : request.terms && <TermsLines terms={request.terms} />}
      {request.dueUncertain && <p className="small">{t('transfer.uncertain')}</p>}
    </div>
  );
}
