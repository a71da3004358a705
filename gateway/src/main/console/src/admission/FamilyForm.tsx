import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { Case } from '../app/Case';
import type { Problem } from '../call/types';
import { fault } from '../identity/citizenId';
import { IdField } from '../identity/IdField';
import { useWords } from '../words/i18n';
import { place } from '../words/places';
import { DEMO, withChild } from './family';
import type { Family } from './family';

interface Props {
  family: Family;
  change: (family: Family) => void;
  division: string;
  caseRef: string;
  busy: boolean;
  problem?: Problem;
  ask: (family: Family) => void;
  next?: () => void;
}

export function FamilyForm({ family, change, division, caseRef, busy, problem, ask, next }: Props) {
  const { t, code, language } = useWords();
  const [tried, setTried] = useState(false);
  const child = useRef<InputRef>(null);
  const first = useRef<InputRef>(null);
  const second = useRef<InputRef>(null);
  const year = useId();
  const now = new Date();
  const yearFits = Number(family.schoolYear) >= 2000 && Number(family.schoolYear) <= 2100;

  function missing(id: string): string | undefined {
    return tried && !id ? t('id.missing') : undefined;
  }
  function refused(field: string): string | undefined {
    return problem?.field === field ? code('reason', problem.reason) : undefined;
  }
  const guardian = (n: 0 | 1) => family.guardians[n]!;
  function withGuardian(n: 0 | 1, part: Partial<Family['guardians'][number]>): Family {
    return { ...family, guardians: family.guardians.map((each, i) => (i === n ? { ...each, ...part } : each)) };
  }

  function submit() {
    setTried(true);
    const wrong = [
      { ref: child, bad: !!fault(family.childId, now) },
      { ref: first, bad: !!fault(guardian(0).citizenId, now) },
      { ref: second, bad: !!guardian(1).citizenId && !!fault(guardian(1).citizenId, now) },
    ].find((each) => each.bad);
    if (wrong) wrong.ref.current?.focus();
    else if (!yearFits) document.getElementById(year)?.focus();
    else ask(family);
  }

  useEffect(() => {
    const at = { childId: child, 'guardians[0].citizenId': first, 'guardians[1].citizenId': second }[problem?.field ?? ''];
    at?.current?.focus();
  }, [problem]);

  useEffect(() => {
    if (!next) {
      setTried(false);
      child.current?.focus();
    }
  }, [!next]);

  return (
    <form className="panel no-print" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <IdField label={t('admission.child')} value={family.childId} required inputRef={child} refused={missing(family.childId) ?? refused('childId')}
        onChange={(id) => change(withChild(family, id))} />
      <Name label={t('admission.child.name')} value={family.childName} onChange={(childName) => change({ ...family, childName })} />
      {([0, 1] as const).map((n) => (
        <fieldset key={n}>
          <IdField label={t('admission.guardian', { n: n + 1 }) + (n ? ` (${t('optional')})` : '')} value={guardian(n).citizenId} required={n === 0}
            inputRef={n === 0 ? first : second}
            refused={(n === 0 ? missing(guardian(n).citizenId) : undefined) ?? refused(`guardians[${n}].citizenId`)}
            onChange={(citizenId) => change(withGuardian(n, { citizenId }))} />
          <Name label={t('admission.guardian.name', { n: n + 1 })} value={guardian(n).name} onChange={(name) => change(withGuardian(n, { name }))} />
        </fieldset>
      ))}
      <div className="field">
        <label htmlFor={year}>{t('admission.year')}</label>
        <Input id={year} type="number" min={2000} max={2100} value={family.schoolYear} aria-describedby={year + '-says'}
          onChange={(event) => change({ ...family, schoolYear: event.target.value })} />
        <div id={year + '-says'} className={tried && !yearFits ? 'says fault' : 'says'}>{t(tried && !yearFits ? 'field.year.range' : 'admission.year.says')}</div>
      </div>
      <p className="small">{t('admission.division')}: <b>{place(division, language)}</b></p>
      <Case purpose="PURPOSE_SCHOOL_ADMISSION" reference={caseRef} />
      <div className="row">
        <Button type="primary" size="large" htmlType="submit" disabled={busy}>{busy ? t('admission.asking') : t('admission.ask')}</Button>
        {next && <Button size="large" onClick={next}>{t('admission.next')}</Button>}
      </div>
      <div className="demo">
        <p className="small">{t('admission.try')}</p>
        <div className="row">
          {DEMO.map((each) => (
            <Button key={each.name} size="small" disabled={busy} onClick={() => {
              const guardians = [0, 1].map((n) => ({ citizenId: each.guardians[n] ?? '', name: '' }));
              const of = { childId: each.childId, childName: '', guardians, schoolYear: String(each.year) };
              change(of);
              ask(of);
            }}>{t(each.name)}</Button>
          ))}
        </div>
      </div>
    </form>
  );
}

function Name({ label, value, onChange }: { label: string; value: string; onChange: (name: string) => void }) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label} <span className="small">({t('optional')})</span></label>
      <Input id={id} value={value} autoComplete="off" maxLength={200} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
