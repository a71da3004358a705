import { Alert, Button } from 'antd';
import { useEffect, useId, useState } from 'react';
import { DateField } from '../app/DateField';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { post } from '../call/call';
import { useCall } from '../call/useCall';
import { clock } from '../decision/words';
import { DEPARTMENTS } from '../exchange/roads';
import { useWords } from '../words/i18n';
import { place } from '../words/places';
import { datasets, joined, question } from './usage';
import type { Filter, Found, Usage } from './usage';

const ALL: Filter = { department: '', from: '', to: '' };

/** Who looked at my data: the resident's own list, over all departments. */
export default function ResidentDesk() {
  const { t, code } = useWords();
  const [filter, setFilter] = useState(ALL);
  const call = useCall<Found>();
  const find = (token = '') => post<Found>('/v1/usage:find', question(filter, token));
  const ask = () => void call.run(find, false);
  const more = () => void call.run(async () => joined(call.answer!, await find(call.answer!.nextPageToken)));
  useEffect(ask, [filter]);
  const found = call.answer;
  return (
    <>
      <div className="head"><h1>{t('resident.title')}</h1></div>
      <p>{t('resident.says')}</p>
      <FilterRow filter={filter} change={setFilter} />
      {call.problem && <ProblemNote problem={call.problem} retry={found ? more : ask} />}
      {found?.missing?.map((each) => (
        <Alert key={each.department} type="warning" showIcon title={t('resident.missing', { department: code('department', each.department) })}
          description={t('resident.missing.says')} action={<Button onClick={ask}>{t('retry')}</Button>} />
      ))}
      {call.busy && !found && <Loading />}
      {found && !found.usages?.length && <Nothing>{t(found.missing?.length ? 'resident.none.yet' : 'resident.none')}</Nothing>}
      {found?.usages && found.usages.length > 0 && <List usages={found.usages} />}
      {found?.nextPageToken && <Button onClick={more} disabled={call.busy}>{call.busy ? t('loading') : t('resident.more')}</Button>}
      {found?.withheld?.map((each) => <Withheld key={each.department} {...each} />)}
    </>
  );
}

function FilterRow({ filter, change }: { filter: Filter; change: (filter: Filter) => void }) {
  const { t, code } = useWords();
  const id = useId();
  return (
    <form className="panel row" aria-label={t('resident.filter')} onSubmit={(event) => event.preventDefault()}>
      <div className="field">
        <label htmlFor={id}>{t('resident.department')}</label>
        <select id={id} value={filter.department} onChange={(event) => change({ ...filter, department: event.target.value })}>
          <option value="">{t('batch.all')}</option>
          {DEPARTMENTS.map((each) => <option key={each} value={each}>{code('department', each)}</option>)}
        </select>
      </div>
      <DateField label={t('resident.from')} value={filter.from} onChange={(from) => change({ ...filter, from })} />
      <DateField label={t('resident.to')} value={filter.to} onChange={(to) => change({ ...filter, to })} />
      <Button onClick={() => change(ALL)}>{t('resident.all')}</Button>
    </form>
  );
}

function List({ usages }: { usages: Usage[] }) {
  const { t } = useWords();
  const head = [t('resident.time'), t('resident.office'), t('resident.action'), t('purpose'), t('resident.datasets'), t('case')];
  return (
    <section className="card">
      <div className="wide" tabIndex={0} role="region" aria-label={t('resident.title')}>
        <table>
          <thead><tr>{head.map((each) => <th key={each} scope="col">{each}</th>)}</tr></thead>
          <tbody>{usages.map((each) => <Row key={`${each.leaf?.origin}/${each.leaf?.index ?? 0}`} usage={each} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ usage }: { usage: Usage }) {
  const words = useWords();
  const { t, code, pick, language } = words;
  const office = usage.office;
  return (
    <tr>
      <td className="nowrap">{clock(usage.time)}</td>
      <th scope="row">
        {usage.own ? t('resident.self') : <>{code('department', office?.department || usage.department)} · {code('role', office?.role ?? '')}</>}
        {office?.division && <div className="small">{place(office.division, language)}</div>}
      </th>
      <td>
        {pick(usage.action?.zh, usage.action?.en)}
        {usage.answered === false && <b> · {t('resident.stopped')}</b>}
        {usage.basis && <div className="small">{pick(usage.basis.zh, usage.basis.en)}</div>}
      </td>
      <td>{usage.purpose && usage.purpose !== 'PURPOSE_UNSPECIFIED' ? code('purpose', usage.purpose) : '—'}</td>
      <td>{datasets(usage, words) || '—'}</td>
      <td>
        {usage.caseRef || '—'}
        {usage.leaf && <div className="small">{t('decision.receipt.at', { origin: usage.leaf.origin, index: usage.leaf.index ?? 0 })}</div>}
      </td>
    </tr>
  );
}

function Withheld({ department, kinds }: { department: string; kinds?: { id: string; action?: { zh?: string; en?: string }; basis?: { zh?: string; en?: string } }[] }) {
  const { t, code, pick } = useWords();
  return (
    <Alert type="info" showIcon title={t('resident.withheld', { department: code('department', department) })}
      description={<ul>{kinds?.map((each) => <li key={each.id}>{pick(each.action?.zh, each.action?.en)} · {pick(each.basis?.zh, each.basis?.en)}</li>)}</ul>} />
  );
}
