import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Case, useCase } from '../app/Case';
import type { DeskProps } from '../app/desks';
import { Rows } from '../app/Rows';
import { Source } from '../app/Source';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { pages } from '../call/pages';
import { useCall } from '../call/useCall';
import { iso } from '../identity/citizenId';
import { useWords } from '../words/i18n';
import { place } from '../words/places';
import { EndorseOne } from './EndorseOne';
import { PURPOSE } from './permit';
import type { Permit } from './permit';

interface Due {
  permits?: Permit[];
  nextPageToken?: string;
}

const PAGE = 200;

/** Permits whose endorsement is open or overdue, by number alone; whoever comes with one is endorsed from here. */
export default function DueList({ desk }: DeskProps) {
  const { t, code, language } = useWords();
  const [caseRef] = useCase(desk.name);
  const [chosen, setChosen] = useState<Permit>();
  const list = useCall<Due>();
  const read = () => void list.run(() => pages<Due>('/v1/permits:listEndorsements', { division: desk.division, pageSize: PAGE, context: { purpose: PURPOSE, caseRef } }, 'permits'));
  useEffect(read, []);
  const found = list.answer?.permits ?? [];
  const today = iso(new Date());
  return (
    <section className="card" aria-labelledby="due">
      <h2 id="due">{t('permit.dueList')}</h2>
      <p>{t('permit.dueList.says')}</p>
      <Case purpose={PURPOSE} reference={caseRef} />
      <Source department="permit" at={list.at} again={read} />
      {list.problem && <ProblemNote problem={list.problem} retry={read} still={list.at} department="permit" />}
      {list.busy && !list.answer && <Loading />}
      {list.answer && !found.length && <Nothing>{t('permit.dueList.none')}</Nothing>}
      {chosen && <EndorseOne key={chosen.number} permit={chosen} caseRef={caseRef} done={() => { setChosen(undefined); read(); }} />}
      {found.length > 0 && (
        <Rows name={t('permit.dueList')} head={[t('permit.number'), t('permit.division'), t('permit.status'), t('permit.endorsed'), t('permit.lapses'), t('allocation.acts')]} tall>
          {found.map((each) => (
            <tr key={each.number}>
              <th scope="row" className="code">{each.number}</th>
              <td>{place(each.division, language)}</td>
              <td>{code('permitstatus', each.status)}</td>
              <td className="nowrap">{each.endorsedTo}{each.endorsedTo && each.endorsedTo < today && <b className="gap-line"> · {t('permit.overdue')}</b>}</td>
              <td className="nowrap">{each.lapsesOn || '—'}</td>
              <td><Button size="small" onClick={() => setChosen(each)} aria-label={`${t('permit.endorse')} ${each.number}`}>{t('permit.endorse')}</Button></td>
            </tr>
          ))}
        </Rows>
      )}
    </section>
  );
}
