import { Button } from 'antd';
import { Code } from '../app/Code';
import { printPart } from '../app/printPart';
import { Source } from '../app/Source';
import { ProblemNote } from '../app/states';
import { Sure } from '../app/Sure';
import { useChange } from '../call/useChange';
import { iso } from '../identity/citizenId';
import { useWords } from '../words/i18n';
import { place } from '../words/places';
import { checkAddress, endorsable, PURPOSE } from './permit';
import type { Held, Permit } from './permit';

interface Props {
  held: Held;
  citizenId: string;
  caseRef: string;
  /** When it was read. */
  at?: Date;
  again: () => void;
  /** Number of a permit whose code was read before. */
  shown: string;
}

/** The permit on record, with its electronic card; endorsed from here when its time has come. */
export function PermitCard({ held, citizenId, caseRef, at, again, shown }: Props) {
  const { t, code } = useWords();
  const endorse = useChange<object>();
  const { permit, etag } = held;
  async function go() {
    if (await endorse.send('/v1/permits:endorse', { citizenId, etag, context: { purpose: PURPOSE, caseRef } })) again();
  }
  return (
    <section className="card" aria-labelledby="permit">
      <h2 id="permit">{t('permit.card')}</h2>
      <Source department="permit" at={at} again={again} />
      {shown && <p role="status"><b>{t(permit?.number === shown ? 'permit.code.same' : 'permit.code.other', { number: shown })}</b></p>}
      {permit ? <ECard permit={permit} /> : <p>{t('permit.none')}</p>}
      {!!held.notices?.length && <ul>{held.notices.map((each) => <li key={each.kind}>{each.on} {code('permitnotice', each.kind)}</li>)}</ul>}
      {endorse.problem && <ProblemNote problem={endorse.problem} retry={again} department="permit" />}
      {endorse.answer && <p role="status"><b>{t('permit.endorse.done')}</b></p>}
      {permit && (
        <div className="row no-print">
          <Button onClick={(event) => printPart(event.currentTarget.closest('.card'))}>{t('certificate.print')}</Button>
          {endorsable(permit, iso(new Date())) && <Sure says={t('permit.endorse')} warns={t('permit.endorse.warns')} go={() => void go()} busy={endorse.busy} />}
        </div>
      )}
    </section>
  );
}

function ECard({ permit }: { permit: Permit }) {
  const { t, code, language } = useWords();
  return (
    <div className="ecard">
      <Code name={t('permit.code', { number: permit.number })} size={132} level="M" value={checkAddress(location.origin, permit)} />
      <dl>
        <dt>{t('permit.status')}</dt><dd><b>{code('permitstatus', permit.status)}</b></dd>
        <dt>{t('permit.number')}</dt><dd className="code">{permit.number}</dd>
        <dt>{t('permit.division')}</dt><dd>{place(permit.division, language)}</dd>
        {permit.permitClass && <><dt>{t('permit.class')}</dt><dd>{code('permitclass', permit.permitClass)}</dd></>}
        <dt>{t('permit.issued')}</dt><dd>{permit.issuedOn}</dd>
        <dt>{t('permit.endorsed')}</dt><dd>{permit.endorsedTo}</dd>
        <dt>{t('permit.window')}</dt><dd>{permit.endorsementFrom}</dd>
        <dt>{t('permit.years')}</dt><dd>{permit.yearsCountFrom}</dd>
        {permit.lapsesOn && <><dt>{t('permit.lapses')}</dt><dd>{permit.lapsesOn}</dd></>}
        {permit.ending && <><dt>{t('permit.ended')}</dt><dd>{permit.ending.on} · {code('ending', permit.ending.reason ?? '')} {permit.ending.explanation} {permit.ending.article}</dd></>}
      </dl>
      <p className="small">{t('permit.code.says')}</p>
    </div>
  );
}
