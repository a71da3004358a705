import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useCase } from '../app/Case';
import type { DeskProps } from '../app/desks';
import { PersonForm } from '../app/PersonForm';
import { Source } from '../app/Source';
import { Loading, Nothing, ProblemNote } from '../app/states';
import { post } from '../call/call';
import type { Decision } from '../call/types';
import { useCall } from '../call/useCall';
import { useChange } from '../call/useChange';
import { DecisionView } from '../decision/DecisionView';
import { useWords } from '../words/i18n';
import { place } from '../words/places';
import type { Transfer } from './transfer';
import { TransferSteps } from './TransferSteps';

const PURPOSE = 'PURPOSE_PENSION';
const DIVISION = /^\d{6}$/;

/** A pension relation that moves to another province: what becomes of it, and its three steps with their days. */
export default function Transfers({ desk }: DeskProps) {
  const { t, code, language } = useWords();
  const [id, setId] = useState('');
  const [asked, setAsked] = useState('');
  const [fromPlace, setFromPlace] = useState('');
  const [caseRef] = useCase(desk.name);
  const field = useId();
  const list = useCall<{ transfers?: Transfer[] }>();
  const check = useCall<{ decision: Decision }>();
  const open = useChange<object>();
  const context = { purpose: PURPOSE, caseRef };
  const toPlace = desk.division;

  function ask(citizenId: string) {
    if (citizenId !== asked) {
      check.clear();
      open.clear();
    }
    setAsked(citizenId);
    void list.run(() => post<{ transfers?: Transfer[] }>('/v1/pensionTransfers:get', { citizenId, context }), citizenId === asked);
  }
  const decide = () => void check.run(() => post<{ decision: Decision }>('/v1/pensionTransfers:check', { citizenId: asked, fromPlace, toPlace, context }), false);
  async function begin(decisionId: string) {
    if (!(await open.send('/v1/pensionTransfers:open', { citizenId: asked, fromPlace, toPlace, decisionId, context }))) return;
    check.clear();
    ask(asked);
  }

  const decision = check.answer?.decision;
  const transfers = list.answer?.transfers ?? [];
  return (
    <div className="desk">
      <PersonForm id={id} change={setId} ask={ask} busy={list.busy} problem={list.problem} says={t('transfer.ask')} purpose={PURPOSE} caseRef={caseRef} />
      <div className="answer" aria-busy={list.busy || check.busy}>
        {list.problem && <ProblemNote problem={list.problem} retry={() => ask(asked)} still={list.at} department="social" />}
        {!list.answer && !list.problem && (list.busy ? <Loading /> : <Nothing>{t('transfer.empty')}</Nothing>)}
        {list.answer && (
          <section className="card" aria-labelledby="transfers">
            <h2 id="transfers">{t('transfer.title')}</h2>
            <Source department="social" at={list.at} again={() => ask(asked)} />
            {!transfers.length && <p>{t('transfer.none')}</p>}
            {transfers.map((each) => <TransferSteps key={each.id} transfer={each} citizenId={asked} context={context} division={desk.division} done={() => ask(asked)} />)}
          </section>
        )}
        {list.answer && (
          <form className="card" aria-labelledby={field + 'h'} noValidate onSubmit={(event) => { event.preventDefault(); if (DIVISION.test(fromPlace)) decide(); }}>
            <h2 id={field + 'h'}>{t('transfer.new', { place: place(toPlace, language) })}</h2>
            <div className="field">
              <label htmlFor={field}>{t('transfer.from')}</label>
              <Input id={field} className="round-id" inputMode="numeric" maxLength={6} value={fromPlace} onChange={(event) => setFromPlace(event.target.value.trim())} />
              <div className="says" aria-live="polite">{DIVISION.test(fromPlace) && place(fromPlace, language) !== fromPlace ? '✓ ' + place(fromPlace, language) : t('transfer.from.says')}</div>
            </div>
            <Button htmlType="submit" disabled={check.busy || !DIVISION.test(fromPlace)}>{t('transfer.check')}</Button>
          </form>
        )}
        {check.problem && <ProblemNote problem={check.problem} retry={decide} department="social" />}
        {open.problem && <ProblemNote problem={open.problem} department="social" />}
        {decision && (
          <section className="card" aria-label={t('transfer.check')}>
            {decision.result?.code && <h2>{code('result', decision.result.code)}</h2>}
            {decision.result?.code === 'NORMAL_TRANSFER' && <Button type="primary" disabled={open.busy} onClick={() => void begin(decision.id)}>{t('transfer.open')}</Button>}
            <DecisionView decision={decision} />
          </section>
        )}
      </div>
    </div>
  );
}
