import { Button, Input, InputNumber, Slider, Tag } from 'antd';
import { useId, useState } from 'react';
import { Case, useCase } from '../app/Case';
import type { DeskProps } from '../app/desks';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { post } from '../call/call';
import { useCall } from '../call/useCall';
import { points } from '../decision/words';
import { useWords } from '../words/i18n';
import { DemandChart } from './DemandChart';
import { NOTHING_TRIED, tried } from './round';
import type { Change, Demand, Move, Ranking, Round, Trial } from './round';

const MOST_MOVES = 200;
const PURPOSE = 'PURPOSE_SCHOOL_ADMISSION';

/** A round on one page: its list, seats against demand, and what would be otherwise. */
export default function RoundPage({ desk }: DeskProps) {
  const { t } = useWords();
  const [caseRef] = useCase(desk.name);
  const [id, setId] = useState(`${desk.division}-${new Date().getFullYear()}`);
  const [change, setChange] = useState<Change>(NOTHING_TRIED);
  const field = useId();
  const round = useCall<{ round: Round }>();
  const list = useCall<Ranking>();
  const trial = useCall<Trial>();

  function ask(otherwise: Change, keep: boolean) {
    const question = { round: id, ...tried(otherwise, trial.answer?.before ?? []), mostMoves: MOST_MOVES, context: { purpose: PURPOSE, caseRef } };
    void trial.run(() => post<Trial>('/v1/allocations:whatIf', question), keep);
  }

  function open() {
    setChange(NOTHING_TRIED);
    void round.run(() => post<{ round: Round }>('/v1/admissionRounds:get', { round: id }), false);
    void list.run(() => post<Ranking>('/v1/rankings:list', { round: id, pageSize: MOST_MOVES }), false);
    ask(NOTHING_TRIED, false);
  }

  function otherwise(next: Change) {
    setChange(next);
    ask(next, true);
  }

  return (
    <>
      <form className="card row" onSubmit={(event) => { event.preventDefault(); open(); }}>
        <label htmlFor={field}>{t('round.id')}</label>
        <Input id={field} className="round-id" value={id} onChange={(event) => setId(event.target.value.trim())} />
        <Button type="primary" htmlType="submit" loading={round.busy}>{t('round.open')}</Button>
        <Case purpose={PURPOSE} reference={caseRef} />
      </form>
      {round.problem && <ProblemNote problem={round.problem} retry={open} department="education" />}
      {!round.answer && !round.problem && (round.busy ? <Loading /> : <Nothing>{t('round.empty')}</Nothing>)}
      {round.answer && <Head round={round.answer.round} />}
      {round.answer && <List list={list.answer} missing={list.problem?.reason} />}
      {trial.problem && <ProblemNote problem={trial.problem} retry={() => ask(change, true)} still={trial.at} department="education" />}
      {trial.answer && <WhatIf trial={trial.answer} change={change} otherwise={otherwise} />}
    </>
  );
}

function Head({ round }: { round: Round }) {
  const { t, code } = useWords();
  return (
    <section className="card" aria-label={round.id}>
      <h2>{round.id} · {code('mode', round.mode)}</h2>
      <dl>
        <dt>{t('round.filing')}</dt>
        <dd>{round.opens} – {round.closes}{round.filingClosed ? ` · ${t('round.closed')}` : ''}</dd>
        <dt>{t('round.tieBreak')}</dt>
        <dd>{(round.tieBreak ?? []).map((rule) => code('tieBreak', rule)).join(' → ')}</dd>
        <dt>{t('round.source')}</dt>
        <dd>{round.source} {(round.unverified ?? []).map((part) => <Tag key={part} color="gold">{t('round.unverified', { part: code('procedure', part) })}</Tag>)}</dd>
      </dl>
    </section>
  );
}

function List({ list, missing }: { list?: Ranking; missing?: string }) {
  const { t, code } = useWords();
  if (!list) return missing ? <p className="card">{t('round.notPublished')}</p> : null;
  return (
    <section className="card" aria-labelledby="ranking">
      <h2 id="ranking">{t('round.ranking')}</h2>
      <p>{t('round.published', { from: list.ranking.publishedFrom, to: list.ranking.publishedTo, generation: list.ranking.generation, n: list.ranking.applications ?? 0, ties: list.ranking.ties ?? 0 })}</p>
      <Labels labels={list.ranking.labels} />
      <div className="wide tall" tabIndex={0} role="region" aria-label={t('round.ranking')}>
        <table>
          <thead><tr>{[t('round.rank'), t('round.number'), t('batch.points'), t('round.decidedBy')].map((each) => <th key={each} scope="col">{each}</th>)}</tr></thead>
          <tbody>
            {(list.lines ?? []).map((line) => (
              <tr key={line.number}>
                <td>{line.rank}</td>
                <th scope="row">{line.number}</th>
                <td>{points(line.points ?? 0, list.ranking.pointScale)}</td>
                <td>{line.decidedBy ? code('tieBreak', line.decidedBy) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function WhatIf({ trial, change, otherwise }: { trial: Trial; change: Change; otherwise: (change: Change) => void }) {
  const { t, code } = useWords();
  return (
    <section className="card" aria-labelledby="what-if">
      <h2 id="what-if">{t('round.whatIf')}</h2>
      <p>{t('round.whatIf.says')}</p>
      <Labels labels={trial.labels} />
      <div className="desk">
        <div>
          <h3>{t('round.weights')}</h3>
          {(trial.criteria ?? []).map((criterion) => (
            <Weight key={criterion} name={code('criterion', criterion)} percent={change.percent[criterion] ?? 100}
              set={(percent) => otherwise({ ...change, percent: { ...change.percent, [criterion]: percent } })} />
          ))}
          <Button onClick={() => otherwise(NOTHING_TRIED)}>{t('round.asItIs')}</Button>
        </div>
        <div className="answer">
          <p role="status"><b>{t('round.moved', { ranks: trial.ranksMoved ?? 0, schools: trial.schoolsMoved ?? 0, before: trial.placedBefore ?? 0, after: trial.placedAfter ?? 0, n: trial.applications ?? 0 })}</b></p>
          <DemandChart schools={trial.after ?? []} />
          <Seats before={trial.before ?? []} after={trial.after ?? []} set={(school, seats) => otherwise({ ...change, seats: { ...change.seats, [school]: seats } })} />
          <Moves moves={trial.moves ?? []} />
        </div>
      </div>
    </section>
  );
}

/** Asks when the slider is let go. */
function Weight({ name, percent, set }: { name: string; percent: number; set: (percent: number) => void }) {
  const [at, setAt] = useState<number>();
  const shown = at ?? percent;
  return (
    <div className="field">
      <span>{name} <b>{shown}%</b></span>
      <Slider min={0} max={200} step={10} value={shown} onChange={setAt} onChangeComplete={(value) => { setAt(undefined); set(value); }} ariaLabelForHandle={name} />
    </div>
  );
}

function Seats({ before, after, set }: { before: Demand[]; after: Demand[]; set: (school: string, seats: number) => void }) {
  const { t } = useWords();
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('round.chart')}>
      <table>
        <thead><tr>{[t('round.school'), t('round.seats'), t('round.first'), t('round.all'), t('round.placed')].map((each) => <th key={each} scope="col">{each}</th>)}</tr></thead>
        <tbody>
          {after.map((school, at) => (
            <tr key={school.school}>
              <th scope="row">{school.school}</th>
              <td><InputNumber min={0} max={100_000} size="small" value={school.seats ?? 0} aria-label={`${t('round.seats')} ${school.school}`} onChange={(value) => { if (value !== null) set(school.school, value); }} /></td>
              <td>{school.firstPreferences ?? 0}</td>
              <td>{school.allPreferences ?? 0}</td>
              <td>{before[at]?.placed ?? 0} → {school.placed ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Moves({ moves }: { moves: Move[] }) {
  const { t } = useWords();
  if (!moves.length) return <p>{t('round.nobodyMoves')}</p>;
  const school = (code?: string) => code || t('round.waiting');
  return (
    <div className="wide tall" tabIndex={0} role="region" aria-label={t('round.moves')}>
      <table>
        <thead><tr>{[t('round.number'), t('round.rank'), t('batch.points'), t('round.school')].map((each) => <th key={each} scope="col">{each}</th>)}</tr></thead>
        <tbody>
          {moves.map((move) => (
            <tr key={move.number}>
              <th scope="row">{move.number}</th>
              <td>{move.rankBefore} → {move.rankAfter}</td>
              <td>{move.pointsBefore ?? 0} → {move.pointsAfter ?? 0}</td>
              <td>{move.schoolBefore === move.schoolAfter ? school(move.schoolAfter) : `${school(move.schoolBefore)} → ${school(move.schoolAfter)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Labels({ labels }: { labels?: string[] }) {
  const { code } = useWords();
  return <p className="labels">{(labels ?? []).map((label) => <Tag key={label} color="gold">{code('label', label)}</Tag>)}</p>;
}
