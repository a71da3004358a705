import { useEffect } from 'react';
import { Rows } from '../app/Rows';
import { Source } from '../app/Source';
import { Loading, ProblemNote } from '../app/states';
import { Sure } from '../app/Sure';
import { post } from '../call/call';
import type { Desk } from '../call/session';
import { useCall } from '../call/useCall';
import { useChange } from '../call/useChange';
import { useWords } from '../words/i18n';
import { DemandChart } from './DemandChart';
import { Labels } from './Labels';
import { Placements } from './Placements';
import { NOTHING_TRIED, tried } from './round';
import type { Allocated, Demand, RoundProps, Trial } from './round';

/** Seats against demand as they are, the allocation with its validator's word, and who is placed where or waits. */
export function Allocation({ desk, ...props }: RoundProps & { desk: Desk }) {
  const { t } = useWords();
  const { round, context, officer } = props;
  const demand = useCall<Trial>();
  const run = useChange<Allocated>();
  const read = () => void demand.run(() => post<Trial>('/v1/allocations:whatIf', { round: round.id, ...tried(NOTHING_TRIED, []), mostMoves: 0, context }));
  useEffect(read, []);
  const done = run.answer;
  const schools = done?.schools ?? demand.answer?.before ?? [];
  return (
    <>
      <section className="card" aria-labelledby="allocation">
        <h2 id="allocation">{t('allocation.title')}</h2>
        <p>{t('allocation.says')}</p>
        {demand.problem && <ProblemNote problem={demand.problem} retry={read} still={demand.at} department="education" />}
        {demand.busy && !demand.answer && <Loading />}
        {schools.length > 0 && (
          <>
            <Labels labels={done?.labels ?? demand.answer?.labels} />
            <Source department="education" at={run.at ?? demand.at} again={read} />
            <DemandChart schools={schools} />
            <Demands schools={schools} />
          </>
        )}
        {done && <Word allocated={done} />}
        {run.problem && <ProblemNote problem={run.problem} department="education" />}
        {officer && !done && (
          <p className="no-print">
            <Sure says={t('allocation.run')} warns={t('allocation.run.warns')} busy={run.busy} go={() => void run.send('/v1/allocations:allocate', { round: round.id, context })} />
          </p>
        )}
      </section>
      <Placements key={done ? 'done' : 'before'} {...props} desk={desk} />
    </>
  );
}

/** The validator shares nothing with the allocation, and an allocation that it faults is not stored. */
function Word({ allocated }: { allocated: Allocated }) {
  const { t } = useWords();
  return (
    <div className="verdict good" role="status">
      <span className="sign" aria-hidden="true">✓</span>
      <div className="said">
        <h3>{t('allocation.done', { placed: allocated.placed ?? 0, waiting: allocated.waiting ?? 0, generation: allocated.generation ?? 0 })}</h3>
        <p>{t('allocation.valid')}</p>
        <p className="small">{t('allocation.took', { ms: (Number(allocated.allocationMicros ?? 0) / 1000).toFixed(1) })}</p>
      </div>
    </div>
  );
}

function Demands({ schools }: { schools: Demand[] }) {
  const { t } = useWords();
  return (
    <Rows name={t('round.chart')} head={[t('round.school'), t('round.seats'), t('round.first'), t('round.all'), t('round.placed')]} tall>
      {schools.map((each) => (
        <tr key={each.school}>
          <th scope="row">{each.school}</th><td>{each.seats ?? 0}</td><td>{each.firstPreferences ?? 0}</td><td>{each.allPreferences ?? 0}</td><td>{each.placed ?? 0}</td>
        </tr>
      ))}
    </Rows>
  );
}
