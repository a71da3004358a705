import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Case, useCase } from '../app/Case';
import type { DeskProps } from '../app/desks';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { Ways } from '../app/Ways';
import { post } from '../call/call';
import { pages } from '../call/pages';
import { useCall } from '../call/useCall';
import { useWords } from '../words/i18n';
import { Allocation } from './Allocation';
import { Objections } from './Objections';
import { RankingList } from './RankingList';
import { PURPOSE } from './round';
import type { Ranking, Round, RoundProps } from './round';
import { RoundHead } from './RoundHead';
import { WhatIf } from './WhatIf';

const PAGE = 1000;

/** The admission of a year: its days and rules, its list, objections, seats, and what would be otherwise. */
export default function RoundPage({ desk }: DeskProps) {
  const { t } = useWords();
  const [caseRef] = useCase(desk.name);
  const [id, setId] = useState(`${desk.division}-${new Date().getFullYear()}`);
  const [opened, setOpened] = useState(0);
  const field = useId();
  const round = useCall<{ round: Round; etag: string }>();
  const list = useCall<Ranking>();
  const readList = () => void list.run(() => pages<Ranking>('/v1/rankings:list', { round: id, pageSize: PAGE }, 'lines'));

  function read() {
    void round.run(() => post<{ round: Round; etag: string }>('/v1/admissionRounds:get', { round: id }), false);
    readList();
    setOpened((before) => before + 1);
  }

  const found = round.answer?.round;
  const props: RoundProps | undefined = found && {
    round: found, officer: desk.role === 'admission-officer', context: { purpose: PURPOSE, caseRef }, again: read,
  };
  return (
    <>
      <form className="card row no-print" onSubmit={(event) => { event.preventDefault(); read(); }}>
        <label htmlFor={field}>{t('round.id')}</label>
        <Input id={field} className="round-id" value={id} onChange={(event) => setId(event.target.value.trim())} />
        <Button type="primary" htmlType="submit" loading={round.busy}>{t('round.open')}</Button>
        <Case purpose={PURPOSE} reference={caseRef} />
      </form>
      {round.problem && <ProblemNote problem={round.problem} retry={read} department="education" />}
      {!found && !round.problem && (round.busy ? <Loading /> : <Nothing>{t('round.empty')}</Nothing>)}
      {props && (
        <div key={opened}>
          <RoundHead {...props} etag={round.answer!.etag} at={round.at} />
          <Ways part title={t('admission.round')} ways={[
            { name: 'list', title: t('round.ranking'), page: () => <RankingList list={list} again={readList} desk={desk} caseRef={caseRef} /> },
            { name: 'objections', title: t('objection.title'), page: () => <Objections {...props} ranked={readList} /> },
            { name: 'seats', title: t('allocation.title'), page: () => <Allocation {...props} desk={desk} /> },
            { name: 'what-if', title: t('round.whatIf'), page: () => <WhatIf {...props} /> },
          ]} />
        </div>
      )}
    </>
  );
}
