import { useEffect, useId, useState } from 'react';
import type { DeskProps } from '../app/desks';
import { Rows } from '../app/Rows';
import { Source } from '../app/Source';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { get } from '../call/call';
import { useCall } from '../call/useCall';
import { useWords } from '../words/i18n';
import { place } from '../words/places';
import { Due } from './Due';
import type { Filing } from './points';

const PAGE = 200;

/** Open filings of the division by the day the score is due, overdue ones first; of nobody by name. */
export default function FilingList({ desk }: DeskProps) {
  const { t, code, language } = useWords();
  const [overdueOnly, setOverdueOnly] = useState(false);
  const box = useId();
  const list = useCall<{ filings?: Filing[]; overdue?: number }>();
  const read = () => void list.run(() => get<{ filings?: Filing[]; overdue?: number }>(`/v1/points/filings?division=${desk.division}&overdueOnly=${overdueOnly}&pageSize=${PAGE}`));
  useEffect(read, [overdueOnly]);
  const found = list.answer?.filings ?? [];
  return (
    <section className="card" aria-labelledby="filings">
      <h2 id="filings">{t('filing.list')} {!!list.answer?.overdue && <span className="gap-line">· {t('filing.overdueCount', { n: list.answer.overdue })}</span>}</h2>
      <p>{t('filing.list.says')}</p>
      <p><input id={box} type="checkbox" checked={overdueOnly} onChange={(event) => setOverdueOnly(event.target.checked)} /> <label htmlFor={box}>{t('permit.overdueOnly')}</label></p>
      <Source department="social" at={list.at} again={read} />
      {list.problem && <ProblemNote problem={list.problem} retry={read} still={list.at} department="social" />}
      {list.busy && !list.answer && <Loading />}
      {list.answer && !found.length && <Nothing>{t('filing.list.none')}</Nothing>}
      {found.length > 0 && (
        <Rows name={t('filing.list')} head={[t('filing.id'), t('filing.kind'), t('filing.state'), t('permit.place'), t('filing.filedOn'), t('filing.acceptedOn'), t('filing.dueOn')]} tall>
          {found.map((each) => (
            <tr key={each.id}>
              <th scope="row" className="code">{each.id}</th>
              <td>{code('filingkind', each.kind)}</td>
              <td>{code('filingstate', each.state)}</td>
              <td>{place(each.division, language)}</td>
              <td className="nowrap">{each.filedOn}</td>
              <td className="nowrap">{each.acceptedOn || '—'}</td>
              <td className="nowrap"><Due filing={each} /></td>
            </tr>
          ))}
        </Rows>
      )}
    </section>
  );
}
