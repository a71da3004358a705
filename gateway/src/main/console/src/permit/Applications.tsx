import { Button } from 'antd';
import { useEffect, useId, useState } from 'react';
import { Case, useCase } from '../app/Case';
import type { DeskProps } from '../app/desks';
import { Rows } from '../app/Rows';
import { Source } from '../app/Source';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { post } from '../call/call';
import { pages } from '../call/pages';
import { useCall } from '../call/useCall';
import { useWords } from '../words/i18n';
import type { Application, Filed } from './application';
import { Ruling } from './Ruling';
import { PURPOSE } from './permit';

interface Listed {
  applications?: Application[];
  nextPageToken?: string;
}

const PAGE = 200;

/** Applications of the division that have not ended, without saying whose they are; those that wait for an officer are answered here. */
export default function Applications({ desk }: DeskProps) {
  const { t, code } = useWords();
  const [caseRef] = useCase(desk.name);
  const [overdueOnly, setOverdueOnly] = useState(false);
  const box = useId();
  const context = { purpose: PURPOSE, caseRef };
  const list = useCall<Listed>();
  const open = useCall<Filed>();
  const read = () => void list.run(() => pages<Listed>('/v1/permitApplications:list', { division: desk.division, overdueOnly, pageSize: PAGE, context }, 'applications'));
  useEffect(read, [overdueOnly]);
  const show = (applicationId: string) => void open.run(() => post<Filed>('/v1/permitApplications:get', { applicationId, context }), false);
  const found = list.answer?.applications ?? [];
  return (
    <>
      <section className="card" aria-labelledby="applications">
        <h2 id="applications">{t('permit.applications')}</h2>
        <Case purpose={PURPOSE} reference={caseRef} />
        <p><input id={box} type="checkbox" checked={overdueOnly} onChange={(event) => setOverdueOnly(event.target.checked)} /> <label htmlFor={box}>{t('permit.overdueOnly')}</label></p>
        <Source department="permit" at={list.at} again={read} />
        {list.problem && <ProblemNote problem={list.problem} retry={read} still={list.at} department="permit" />}
        {list.busy && !list.answer && <Loading />}
        {list.answer && !found.length && <Nothing>{t('permit.applications.none')}</Nothing>}
        {found.length > 0 && (
          <Rows name={t('permit.applications')} head={[t('permit.number'), t('permit.status'), t('permit.opened'), t('application.due')]} tall>
            {found.map((each) => (
              <tr key={each.id}>
                <th scope="row"><Button type="link" size="small" onClick={() => show(each.id)}>{each.id}</Button></th>
                <td>{code('application', each.state)}</td>
                <td className="nowrap">{each.openedOn}</td>
                <td className="nowrap">{each.dueOn || '—'}{each.overdue && <b className="gap-line"> · {t('permit.overdue')}</b>}</td>
              </tr>
            ))}
          </Rows>
        )}
      </section>
      {open.problem && <ProblemNote problem={open.problem} department="permit" />}
      {open.answer && <Ruling key={open.answer.application.id} filed={open.answer} context={context} at={open.at} done={(filed) => { open.put(filed); read(); }} />}
    </>
  );
}
