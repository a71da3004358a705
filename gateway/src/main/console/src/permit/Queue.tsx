import { Button } from 'antd';
import { useId, useState } from 'react';
import { Source } from '../app/Source';
import { Nothing, ProblemNote } from '../app/states';
import { useChange } from '../call/useChange';
import { useWords } from '../words/i18n';
import type { Station } from './Stations';

/** Today's queue of a station: a number for whoever comes, and the next one called; it knows nobody. */
export function Queue({ stations }: { stations: Station[] }) {
  const { t, code } = useWords();
  const [station, setStation] = useState(stations[0]!.code);
  const id = useId();
  const take = useChange<{ number?: number; halfDay?: string; waiting?: number }>();
  const call = useChange<{ number?: number; waiting?: number }>();
  const empty = call.problem?.reason === 'QUEUE_EMPTY';
  return (
    <section className="card" aria-labelledby="queue">
      <h2 id="queue">{t('queue.title')}</h2>
      <div className="row">
        <label htmlFor={id}>{t('station.name')}</label>
        <select id={id} value={station} onChange={(event) => { setStation(event.target.value); take.clear(); call.clear(); }}>
          {stations.map((each) => <option key={each.code} value={each.code}>{each.name}</option>)}
        </select>
        <Button disabled={take.busy} onClick={() => void take.send('/v1/stations:takeNumber', { station })}>{t('queue.take')}</Button>
        <Button type="primary" disabled={call.busy} onClick={() => void call.send('/v1/stations:callNext', { station })}>{t('queue.call')}</Button>
      </div>
      {take.problem && <ProblemNote problem={take.problem} department="permit" />}
      {call.problem && !empty && <ProblemNote problem={call.problem} department="permit" />}
      {empty && <Nothing>{t('queue.empty')}</Nothing>}
      <div role="status">
        {take.answer && <p><b>{t('queue.taken', { number: take.answer.number ?? 0, waiting: take.answer.waiting ?? 0 })}</b> {code('halfday', take.answer.halfDay ?? '')}</p>}
        {call.answer && !empty && <p><b className="called">{t('queue.called', { number: call.answer.number ?? 0 })}</b> {t('queue.waiting', { n: call.answer.waiting ?? 0 })}</p>}
      </div>
      <Source department="permit" at={call.at ?? take.at} />
    </section>
  );
}
