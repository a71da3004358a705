import { Button } from 'antd';
import { useEffect, useId, useState } from 'react';
import { exported } from '../app/exported';
import { Rows } from '../app/Rows';
import { save } from '../app/save';
import { Source } from '../app/Source';
import { Loading, ProblemNote } from '../app/states';
import { Sure } from '../app/Sure';
import { pages } from '../call/pages';
import type { Desk } from '../call/session';
import { useCall } from '../call/useCall';
import { useChange } from '../call/useChange';
import { clock } from '../decision/words';
import { useWords } from '../words/i18n';
import type { Placement, RoundProps } from './round';

const STANDINGS = ['PLACED', 'WAITING', 'GIVEN_BACK', 'ENROLLED'];
const PAGE = 500;

/** Who is placed where, in order of rank, and the waiting list; a place given back goes to those who stand behind. */
export function Placements({ round, context, officer, desk }: RoundProps & { desk: Desk }) {
  const { t, code } = useWords();
  const [standing, setStanding] = useState('');
  const [movedUp, setMovedUp] = useState<Placement[]>();
  const id = useId();
  const list = useCall<{ placements?: Placement[]; nextPageToken?: string }>();
  const change = useChange<{ movedUp?: Placement[] }>();
  const read = () => void list.run(() => pages<{ placements?: Placement[]; nextPageToken?: string }>('/v1/allocations:list', { round: round.id, standing, pageSize: PAGE, context }, 'placements'));
  useEffect(read, [standing]);
  async function act(verb: string, placement: Placement) {
    const done = await change.send('/v1/allocations:' + verb, { number: placement.number, etag: placement.etag, context });
    if (!done) return;
    setMovedUp(done.movedUp);
    read();
  }
  const found = list.answer?.placements ?? [];
  const head = [t('round.rank'), t('round.number'), t('round.school'), t('allocation.preference'), t('allocation.standing')];
  const cells = (each: Placement) => [String(each.rank), each.number, each.school || t('round.waiting'), each.preference ? String(each.preference) : '', code('placement', each.standing)];
  const mark = t('allocation.watermark', { officer: desk.officer, time: clock(new Date().toISOString()), case: context.caseRef });
  return (
    <section className="card" aria-labelledby="placements">
      <h2 id="placements">{t('allocation.list')}</h2>
      <div className="row no-print">
        <label htmlFor={id}>{t('allocation.standing')}</label>
        <select id={id} value={standing} onChange={(event) => setStanding(event.target.value)}>
          <option value="">{t('batch.all')}</option>
          {STANDINGS.map((each) => <option key={each} value={each}>{code('placement', each)}</option>)}
        </select>
        <Button disabled={!found.length} onClick={() => save(`${context.caseRef}-places.csv`, 'text/csv', exported(mark, head, found.map(cells)))}>{t('batch.export')}</Button>
      </div>
      <Source department="education" at={list.at} again={read} />
      {list.problem && <ProblemNote problem={list.problem} retry={read} still={list.at} department="education" />}
      {change.problem && <ProblemNote problem={change.problem} retry={read} department="education" />}
      {movedUp && <p role="status"><b>{movedUp.length ? t('allocation.movedUp', { numbers: movedUp.map((each) => each.number).join(', ') }) : t('allocation.nobodyUp')}</b></p>}
      {list.busy && !list.answer && <Loading />}
      {list.answer && !found.length && <p>{t('allocation.none')}</p>}
      {found.length > 0 && (
        <Rows name={t('allocation.list')} head={officer ? [...head, t('allocation.acts')] : head} tall>
          {found.map((each) => <Line key={each.number} cells={cells(each)} placement={each} act={officer ? act : undefined} busy={change.busy} />)}
        </Rows>
      )}
    </section>
  );
}

function Line({ cells, placement, act, busy }: { cells: string[]; placement: Placement; act?: (verb: string, placement: Placement) => Promise<void>; busy: boolean }) {
  const { t } = useWords();
  const placed = placement.standing === 'PLACED';
  const [rank, number, ...rest] = cells;
  return (
    <tr>
      <td>{rank}</td>
      <th scope="row">{number}</th>
      {rest.map((each, n) => <td key={n}>{each}</td>)}
      {act && (
        <td>
          {placed && <Sure small says={t('allocation.enrol')} warns={t('allocation.enrol.warns')} busy={busy} go={() => void act('enrol', placement)} />}{' '}
          {(placed || placement.standing === 'WAITING') && (
            <Sure small danger says={t('allocation.giveBack')} warns={t('allocation.giveBack.warns')} busy={busy} go={() => void act('giveBack', placement)} />
          )}
        </td>
      )}
    </tr>
  );
}
