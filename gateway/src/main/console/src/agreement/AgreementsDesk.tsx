import { Button } from 'antd';
import { useEffect, useId, useState } from 'react';
import type { DeskProps } from '../app/desks';
import { Rows } from '../app/Rows';
import { Source } from '../app/Source';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { pages } from '../call/pages';
import { useCall } from '../call/useCall';
import { DEPARTMENTS } from '../exchange/roads';
import { useWords } from '../words/i18n';
import { datasetsOf } from './agreement';
import type { Agreement } from './agreement';
import { AgreementCard } from './AgreementCard';
import { AskForm } from './AskForm';

interface Listed {
  agreements?: Agreement[];
  nextPageToken?: string;
}

/** The agreements of one owner's data: the own department's, or those the own department reads by. */
export default function AgreementsDesk({ desk }: DeskProps) {
  const { t, code, language } = useWords();
  const own = desk.department || 'permit';
  const [owner, setOwner] = useState(own);
  const [open, setOpen] = useState<string>();
  const id = useId();
  const list = useCall<Listed>();
  const at = `/v1/departments/${owner}/agreements:`;
  const read = () => void list.run(() => pages<Listed>(at + 'list', {}, 'agreements'));
  useEffect(() => {
    list.clear();
    setOpen(undefined);
    read();
  }, [owner]);
  const found = list.answer?.agreements ?? [];
  const chosen = found.find((each) => each.id === open);
  const between = language === 'en' ? ', ' : '、';
  return (
    <>
      <div className="head"><h1>{t('agreement.title')}</h1></div>
      <p>{t('agreement.says')}</p>
      <div className="row card">
        <label htmlFor={id}>{t('agreement.owner')}</label>
        <select id={id} value={owner} onChange={(event) => setOwner(event.target.value)}>
          {DEPARTMENTS.map((each) => <option key={each} value={each}>{code('department', each)}{each === desk.department ? ' · ' + t('agreement.own') : ''}</option>)}
        </select>
        <Source department={owner} at={list.at} again={read} />
      </div>
      {list.problem && <ProblemNote problem={list.problem} retry={read} still={list.at} department={owner} />}
      {list.busy && !list.answer && <Loading />}
      {list.answer && !found.length && <Nothing>{t('agreement.none')}</Nothing>}
      {found.length > 0 && (
        <section className="card" aria-label={t('agreement.title')}>
          <Rows name={t('agreement.title')} head={[t('agreement.id'), t('agreement.consumer'), t('agreement.state'), t('agreement.datasets'), t('agreement.to'), t('agreement.request')]} tall>
            {found.map((each) => (
              <tr key={each.id}>
                <th scope="row"><Button type="link" size="small" onClick={() => setOpen(each.id)}>{each.id}</Button></th>
                <td>{code('department', each.consumer)}</td>
                <td>{code('agreementstate', each.state)}</td>
                <td>{datasetsOf(each.terms ?? each.request?.terms).map((dataset) => code('dataset', dataset)).join(between)}</td>
                <td className="nowrap">{each.terms?.validTo ?? '—'}</td>
                <td>{each.request ? <>{t('agreement.due', { date: each.request.dueOn ?? '' })}{each.request.overdue && <b className="gap-line"> · {t('permit.overdue')}</b>}</> : '—'}</td>
              </tr>
            ))}
          </Rows>
        </section>
      )}
      {chosen && <AgreementCard key={chosen.id} agreement={chosen} department={desk.department ?? ''} done={read} />}
      {desk.department && desk.department !== owner && <AskForm key={owner} owner={owner} consumer={desk.department} done={read} />}
    </>
  );
}
