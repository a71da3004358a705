import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { ProblemNote } from '../app/states';
import { useChange } from '../call/useChange';
import { useWords } from '../words/i18n';
import type { StepProps } from './FileForm';
import { ItemValue } from './ItemValue';
import { CLAIMS, fits, RECORDS } from './points';
import type { Filing, Finding } from './points';

const RECORDS_FIRST: Finding[] = Object.keys(RECORDS).map((item) => ({ item, value: '', foundIn: '' }));
const ITEMS = { ...CLAIMS, ...RECORDS };

/** What an officer found on each claim and in the records, and where; what could not be verified stays open and refuses nobody. */
export function AcceptForm({ citizenId, context, done, filing }: StepProps & { filing: Filing }) {
  const { t, code } = useWords();
  const id = useId();
  const [claims, setClaims] = useState<Finding[]>([]);
  const [records, setRecords] = useState(RECORDS_FIRST);
  const [wrong, setWrong] = useState(false);
  const call = useChange<object>();
  const left = Object.keys(CLAIMS).filter((item) => !claims.some((each) => each.item === item));
  async function accept() {
    const findings = [...claims, ...records.filter((each) => each.foundIn.trim())].map((each) => ({ ...each, foundIn: each.foundIn.trim() }));
    const bad = !findings.every((each) => fits(each, true) && each.foundIn.length >= 2);
    setWrong(bad);
    if (!bad && (await call.send('/v1/points:accept', { citizenId, filingId: filing.id, findings, etag: filing.etag, context }))) done();
  }
  const line = (all: Finding[], set: (all: Finding[]) => void) => (finding: Finding, n: number) => (
    <FindingRow key={finding.item} finding={finding} change={(to) => set(all.map((each, at) => (at === n ? to : each)))} />
  );
  return (
    <form className="card" aria-labelledby={id} noValidate onSubmit={(event) => { event.preventDefault(); void accept(); }}>
      <h2 id={id}>{t('filing.accept')}</h2>
      <p className="small">{t('filing.accept.says')}</p>
      <h3>{t('filing.claims')}</h3>
      {claims.map(line(claims, setClaims))}
      <div className="field">
        <label htmlFor={id + 'a'}>{t('filing.addFinding')}</label>
        <select id={id + 'a'} value="" onChange={(event) => setClaims([...claims, { item: event.target.value, value: '', foundIn: '' }])}>
          <option value="">{t('filing.choose')}</option>
          {left.map((item) => <option key={item} value={item}>{code('item', item)}</option>)}
        </select>
      </div>
      <h3>{t('filing.records')}</h3>
      {records.map(line(records, setRecords))}
      {wrong && <p className="says fault" role="alert">{t('filing.accept.wrong')}</p>}
      {call.problem && <ProblemNote problem={call.problem} retry={done} department="social" />}
      <Button type="primary" htmlType="submit" disabled={call.busy}>{t('filing.accept')}</Button>
    </form>
  );
}

function FindingRow({ finding, change }: { finding: Finding; change: (finding: Finding) => void }) {
  const { t, code } = useWords();
  const name = code('item', finding.item);
  return (
    <div className="rows-of field">
      <span>{name}</span>
      <ItemValue label={name} codes={ITEMS[finding.item] ?? []} value={finding.value} open change={(value) => change({ ...finding, value })} />
      <Input aria-label={`${t('filing.foundIn')} ${name}`} placeholder={t('filing.foundIn')} maxLength={200} value={finding.foundIn} onChange={(event) => change({ ...finding, foundIn: event.target.value })} />
    </div>
  );
}
