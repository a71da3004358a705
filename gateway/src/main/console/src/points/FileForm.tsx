import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { ProblemNote } from '../app/states';
import { useChange } from '../call/useChange';
import { useWords } from '../words/i18n';
import { ItemValue } from './ItemValue';
import { CLAIMS, fits, once } from './points';
import type { Claim } from './points';

export interface StepProps {
  citizenId: string;
  context: { purpose: string; caseRef: string };
  done: () => void;
}

const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** The employer files: only what no department knows is claimed; insurance and permit come from records. */
export function FileForm({ citizenId, context, done, division }: StepProps & { division: string }) {
  const { t, code } = useWords();
  const id = useId();
  const [employer, setEmployer] = useState('');
  const [claims, setClaims] = useState<Claim[]>([{ item: 'education.level', value: '' }]);
  const [wrong, setWrong] = useState(false);
  const call = useChange<object>();
  const change = (at: number, claim: Claim) => setClaims(claims.map((each, n) => (n === at ? claim : each)));
  const left = Object.keys(CLAIMS).filter((item) => !claims.some((each) => each.item === item));
  async function file() {
    const bad = !CREDIT_CODE.test(employer) || !claims.every((each) => fits(each, false));
    setWrong(bad);
    if (!bad && (await call.send('/v1/points:file', { citizenId, division, employer, claims: once(claims), context }))) done();
  }
  return (
    <form className="card" aria-labelledby={id + 'h'} noValidate onSubmit={(event) => { event.preventDefault(); void file(); }}>
      <h2 id={id + 'h'}>{t('filing.file')}</h2>
      <p className="small">{t('filing.file.says')}</p>
      <div className="field">
        <label htmlFor={id}>{t('filing.employer')}</label>
        <Input id={id} className="search code" maxLength={18} value={employer} onChange={(event) => setEmployer(event.target.value.trim().toUpperCase())} />
      </div>
      {claims.map((claim, n) => (
        <div key={claim.item} className="rows-of field">
          <select aria-label={t('filing.item')} value={claim.item} onChange={(event) => change(n, { item: event.target.value, value: '' })}>
            {[claim.item, ...left].map((item) => <option key={item} value={item}>{code('item', item)}</option>)}
          </select>
          <ItemValue label={code('item', claim.item)} codes={CLAIMS[claim.item] ?? []} value={claim.value} open={false} change={(value) => change(n, { ...claim, value })} />
          <Button onClick={() => setClaims(claims.filter((_, at) => at !== n))} aria-label={`${t('filing.drop')} ${code('item', claim.item)}`}>{t('filing.drop')}</Button>
        </div>
      ))}
      {wrong && <p className="says fault" role="alert">{t('filing.file.wrong')}</p>}
      {call.problem && <ProblemNote problem={call.problem} department="social" />}
      <div className="row">
        <Button disabled={!left.length} onClick={() => setClaims([...claims, { item: left[0]!, value: '' }])}>{t('filing.add')}</Button>
        <Button type="primary" htmlType="submit" disabled={call.busy}>{t('filing.file')}</Button>
      </div>
    </form>
  );
}
