import { Button } from 'antd';
import { Code } from '../app/Code';
import { printPart } from '../app/printPart';
import { save } from '../app/save';
import { Source } from '../app/Source';
import { ProblemNote } from '../app/states';
import { post } from '../call/call';
import { useCall } from '../call/useCall';
import { clock } from '../decision/words';
import { useWords } from '../words/i18n';
import { place } from '../words/places';
import { fitsCode, readCertificate } from './certificate';

/** The certificate that takes the place of the paper: issued, handed out as a file, or printed with its signed text. */
export function Certificate({ citizenId, caseRef }: { citizenId: string; caseRef: string }) {
  const { t } = useWords();
  const call = useCall<{ certificate: string }>();
  const issue = () => void call.run(() => post<{ certificate: string }>('/v1/contributions:certificate', { citizenId, context: { purpose: 'PURPOSE_CONTRIBUTION', caseRef } }));
  const text = call.answer?.certificate;
  return (
    <section className="card" aria-labelledby="certificate">
      <h2 id="certificate">{t('certificate.title')}</h2>
      {!text && <p className="small">{t('certificate.says')}</p>}
      {call.problem && <ProblemNote problem={call.problem} retry={issue} department="social" />}
      {text && <Issued text={text} at={call.at} />}
      <div className="row no-print">
        <Button disabled={call.busy} onClick={issue}>{t(text ? 'certificate.anew' : 'certificate.issue')}</Button>
        {text && <Button type="primary" onClick={() => save(`${caseRef}.certificate`, 'text/plain', text)}>{t('certificate.save')}</Button>}
        {text && <Button onClick={(event) => printPart(event.currentTarget.closest('.card'))}>{t('certificate.print')}</Button>}
      </div>
    </section>
  );
}

function Issued({ text, at }: { text: string; at?: Date }) {
  const { t, code, language } = useWords();
  const read = readCertificate(text);
  return (
    <>
      <Source department="social" at={at} />
      <dl>
        <dt>{t('id.label')}</dt><dd className="code">{read.citizenId}</dd>
        <dt>{t('certificate.issuedAt')}</dt><dd>{clock(read.issuedAt)}</dd>
        {read.paid.map((each) => (
          <div key={each.place + each.kind} className="pair">
            <dt>{place(each.place, language)} · {code('kind', each.kind)}</dt>
            <dd>
              <b>{t('insurance.total', { n: each.months })}</b>{each.backPaid > 0 && ' · ' + t('insurance.back', { n: each.backPaid })}
              <div className="small">{each.runs.map((run) => `${run.from} – ${run.to}`).join(language === 'en' ? ', ' : '、')}</div>
            </dd>
          </div>
        ))}
        <dt>{t('certificate.signed')}</dt><dd className="code">{read.signatures.map((each) => <div key={each}>{each}</div>)}</dd>
      </dl>
      {fitsCode(text) ? (
        <Code name={t('certificate.code')} size={200} level="L" value={text} />
      ) : <pre className="print-only code">{text}</pre>}
      <p className="small">{t('certificate.check')}</p>
    </>
  );
}
