import { Button, InputNumber, Slider } from 'antd';
import { useEffect, useState } from 'react';
import { Rows } from '../app/Rows';
import { Source } from '../app/Source';
import { Loading, ProblemNote } from '../app/states';
import { post } from '../call/call';
import { useCall } from '../call/useCall';
import { useWords } from '../words/i18n';
import { DemandChart } from './DemandChart';
import { Labels } from './Labels';
import { NOTHING_TRIED, tried } from './round';
import type { Change, Demand, Move, RoundProps, Trial } from './round';

const MOST_MOVES = 200;

/** Other weights, other seats: who would stand elsewhere. */
export function WhatIf({ round, context }: RoundProps) {
  const [change, setChange] = useState<Change>(NOTHING_TRIED);
  const trial = useCall<Trial>();
  function ask(otherwise: Change) {
    setChange(otherwise);
    const question = { round: round.id, ...tried(otherwise, trial.answer?.before ?? []), mostMoves: MOST_MOVES, context };
    void trial.run(() => post<Trial>('/v1/allocations:whatIf', question));
  }
  useEffect(() => ask(NOTHING_TRIED), []);
  return (
    <>
      {trial.problem && <ProblemNote problem={trial.problem} retry={() => ask(change)} still={trial.at} department="education" />}
      {trial.busy && !trial.answer && <Loading />}
      {trial.answer && <Tried trial={trial.answer} change={change} otherwise={ask} at={trial.at} />}
    </>
  );
}

function Tried({ trial, change, otherwise, at }: { trial: Trial; change: Change; otherwise: (change: Change) => void; at?: Date }) {
  const { t, code } = useWords();
  return (
    <section className="card" aria-labelledby="what-if">
      <h2 id="what-if">{t('round.whatIf')}</h2>
      <p>{t('round.whatIf.says')}</p>
      <Labels labels={trial.labels} />
      <Source department="education" at={at} again={() => otherwise(change)} />
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
    <Rows name={t('round.chart')} head={[t('round.school'), t('round.seats'), t('round.first'), t('round.all'), t('round.placed')]}>
      {after.map((school, at) => (
        <tr key={school.school}>
          <th scope="row">{school.school}</th>
          <td><InputNumber min={0} max={100_000} size="small" value={school.seats ?? 0} aria-label={`${t('round.seats')} ${school.school}`} onChange={(value) => { if (value !== null) set(school.school, value); }} /></td>
          <td>{school.firstPreferences ?? 0}</td>
          <td>{school.allPreferences ?? 0}</td>
          <td>{before[at]?.placed ?? 0} → {school.placed ?? 0}</td>
        </tr>
      ))}
    </Rows>
  );
}

function Moves({ moves }: { moves: Move[] }) {
  const { t } = useWords();
  if (!moves.length) return <p>{t('round.nobodyMoves')}</p>;
  const school = (code?: string) => code || t('round.waiting');
  return (
    <Rows name={t('round.moves')} head={[t('round.number'), t('round.rank'), t('batch.points'), t('round.school')]} tall>
      {moves.map((move) => (
        <tr key={move.number}>
          <th scope="row">{move.number}</th>
          <td>{move.rankBefore} → {move.rankAfter}</td>
          <td>{move.pointsBefore ?? 0} → {move.pointsAfter ?? 0}</td>
          <td>{move.schoolBefore === move.schoolAfter ? school(move.schoolAfter) : `${school(move.schoolBefore)} → ${school(move.schoolAfter)}`}</td>
        </tr>
      ))}
    </Rows>
  );
}
