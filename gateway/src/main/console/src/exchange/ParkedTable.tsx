import { Rows } from '../app/Rows';
import { ProblemNote } from '../app/states';
import { Sure } from '../app/Sure';
import { useChange } from '../call/useChange';
import { clock } from '../decision/words';
import { useWords } from '../words/i18n';
import type { Replayable } from './roads';

const KEY_LOST = 'UNREADABLE_KEY';

/** What is parked and why, person by person without saying who; applied again once the cause is mended. */
export function ParkedTable({ parked, at }: { parked: Replayable[]; at?: Date }) {
  const { t } = useWords();
  return (
    <section className="card" aria-labelledby="parked">
      <h2 id="parked">{t('exchange.parked.title')}</h2>
      <p className="small">{t('exchange.parked.says')}{at && ' · ' + t('exchange.updated', { time: clock(at.toISOString()) })}</p>
      {parked.length === 0 ? <p>{t('exchange.parked.none')}</p> : (
        <Rows name={t('exchange.parked.title')} tall
          head={[t('decision.dataset'), t('exchange.to'), t('exchange.reason'), t('exchange.where'), t('exchange.since'), t('exchange.replay')]}>
          {parked.map((each) => <Line key={[each.department, each.dataset, each.person].join('/')} parked={each} />)}
        </Rows>
      )}
    </section>
  );
}

function Line({ parked }: { parked: Replayable }) {
  const { t, code } = useWords();
  const replay = useChange<{ applied?: string; stillParked?: string }>();
  const { department, dataset, person, records } = parked;
  const lost = records[0]?.reason === KEY_LOST;
  const done = replay.answer;
  return (
    <tr>
      <th scope="row">{code('dataset', dataset)}</th>
      <td>{code('department', department)}</td>
      <td>{[...new Set(records.map((each) => each.reason))].map((reason) => <div key={reason}>{code('parked', reason)}</div>)}</td>
      <td className="code">{records.map((each) => <div key={each.offset}>{each.partition ?? 0} / {each.offset ?? 0}</div>)}</td>
      <td className="nowrap">{clock(records[0]?.parkedAt)}</td>
      <td>
        <Sure small says={t(lost ? 'exchange.dismiss' : 'exchange.replay')} warns={t(lost ? 'exchange.dismiss.warns' : 'exchange.replay.warns')} busy={replay.busy}
          go={() => void replay.send(`/v1/departments/${department}/replicas:replay`, { dataset, person })} />
        {done && <div role="status">{t('exchange.replayed', { n: done.applied ?? 0, left: done.stillParked ?? 0 })}</div>}
        {replay.problem && <ProblemNote problem={replay.problem} department={department} />}
      </td>
    </tr>
  );
}
