import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { DateField } from '../app/DateField';
import { ProblemNote } from '../app/states';
import { post } from '../call/call';
import { useCall } from '../call/useCall';
import { useWords } from '../words/i18n';
import { PointsSheet } from './PointsSheet';
import type { Sheet } from './PointsSheet';

const SHANGHAI = '310000';
const LEVELS = ['NONE', 'DIPLOMA', 'BACHELOR_GRADUATE', 'BACHELOR_DEGREE', 'MASTER', 'DOCTOR'];
const MOST_MONTHS = 720;

/** What a score would be, and in which year the standard would be reached: of nobody on record, and nothing is kept. */
export default function PointsEstimate() {
  const { t, code } = useWords();
  const [born, setBorn] = useState('1988-06-12');
  const [months, setMonths] = useState('60');
  const [level, setLevel] = useState('BACHELOR_DEGREE');
  const monthsId = useId();
  const levelId = useId();
  const estimate = useCall<{ sheet: Sheet }>();
  const monthsFit = /^[0-9]{1,3}$/.test(months) && Number(months) <= MOST_MONTHS;

  function ask() {
    if (!born) return;
    if (!monthsFit) {
      document.getElementById(monthsId)?.focus();
      return;
    }
    const claims = [{ item: 'education.level', value: level }];
    void estimate.run(() => post<{ sheet: Sheet }>('/v1/points:estimate', { division: SHANGHAI, born, insuranceMonths: Number(months), claims }));
  }

  return (
    <div className="desk">
      <form className="panel no-print" noValidate onSubmit={(event) => { event.preventDefault(); ask(); }}>
        <h2>{t('points.title')}</h2>
        <p className="small">{t('points.says')}</p>
        <DateField label={t('points.born')} value={born} onChange={setBorn} />
        <div className="field">
          <label htmlFor={monthsId}>{t('points.months')}</label>
          <Input id={monthsId} inputMode="numeric" value={months} status={monthsFit ? undefined : 'error'} onChange={(event) => setMonths(event.target.value.trim())} />
          {!monthsFit && <div className="says fault">{t('points.months.says', { most: MOST_MONTHS })}</div>}
        </div>
        <div className="field">
          <label htmlFor={levelId}>{t('points.education')}</label>
          <select id={levelId} value={level} onChange={(event) => setLevel(event.target.value)}>
            {LEVELS.map((each) => <option key={each} value={each}>{code('education', each)}</option>)}
          </select>
        </div>
        <Button type="primary" size="large" htmlType="submit" disabled={estimate.busy}>{estimate.busy ? t('loading') : t('points.ask')}</Button>
      </form>
      <div className="answer" aria-busy={estimate.busy}>
        {estimate.problem && <ProblemNote problem={estimate.problem} retry={ask} still={estimate.at} department="social" />}
        {estimate.answer && <PointsSheet sheet={estimate.answer.sheet} />}
      </div>
    </div>
  );
}
