import { Button, Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { Rows } from '../app/Rows';
import { Source } from '../app/Source';
import { Loading, ProblemNote } from '../app/states';
import { Sure } from '../app/Sure';
import { post } from '../call/call';
import { useCall } from '../call/useCall';
import { useChange } from '../call/useChange';
import { useWords } from '../words/i18n';
import type { Objection, RoundProps } from './round';

const Area = Input.TextArea;
const CRITERIA = ['real.residence', 'real.insurance', 'real.home', 'real.district', 'real.familyPlanning', 'extra.secondParent', 'base'];
const DATASETS = ['residence.registration', 'employment.current', 'si.months', 'iit.months', 'dwelling', 'hukou.kinship', 'fp.flag'];
const A_NUMBER = /\d{15}/;

/** Objections to published lines: what is disputed and who owns it; answering one verifies the application anew. */
export function Objections({ ranked, ...props }: RoundProps & { ranked: () => void }) {
  const { t } = useWords();
  const { round, context } = props;
  const list = useCall<{ objections?: Objection[] }>();
  const answer = useChange<object>();
  const read = () => void list.run(() => post<{ objections?: Objection[] }>('/v1/objections:list', { round: round.id, context }));
  useEffect(read, []);
  async function resolve(id: string) {
    if (!(await answer.send('/v1/objections:resolve', { id, context }))) return;
    read();
    ranked();
  }
  const found = list.answer?.objections ?? [];
  return (
    <section className="card" aria-labelledby="objections">
      <h2 id="objections">{t('objection.title')}</h2>
      <p>{t('objection.says')}</p>
      <Source department="education" at={list.at} again={read} />
      {list.problem && <ProblemNote problem={list.problem} retry={read} still={list.at} department="education" />}
      {answer.problem && <ProblemNote problem={answer.problem} department="education" />}
      {list.busy && !list.answer && <Loading />}
      {list.answer && !found.length && <p>{t('objection.none')}</p>}
      {found.length > 0 && (
        <Rows name={t('objection.title')} head={[t('round.number'), t('objection.criterion'), t('objection.owner'), t('objection.statement'), t('objection.raised'), t('objection.standing')]}>
          {found.map((each) => <Line key={each.id} objection={each} resolve={props.officer ? () => void resolve(each.id) : undefined} busy={answer.busy} />)}
        </Rows>
      )}
      {props.officer && <Raise {...props} raised={read} />}
    </section>
  );
}

function Line({ objection, resolve, busy }: { objection: Objection; resolve?: () => void; busy: boolean }) {
  const { t, code } = useWords();
  return (
    <tr>
      <th scope="row">{objection.number}</th>
      <td>{code('criterion', objection.criterion)}{objection.dataset && <div className="small">{code('dataset', objection.dataset)}</div>}</td>
      <td>{objection.owner ? code('department', objection.owner) : t('objection.rule')}</td>
      <td>{objection.statement}</td>
      <td className="nowrap">{objection.raisedOn}</td>
      <td>
        <b>{code('objection', objection.standing)}</b>
        {resolve && objection.standing === 'OPEN' && <div><Sure small says={t('objection.resolve')} warns={t('objection.resolve.warns')} go={resolve} busy={busy} /></div>}
      </td>
    </tr>
  );
}

function Raise({ context, raised }: RoundProps & { raised: () => void }) {
  const { t, code } = useWords();
  const id = useId();
  const [number, setNumber] = useState('');
  const [criterion, setCriterion] = useState(CRITERIA[0]!);
  const [dataset, setDataset] = useState('');
  const [statement, setStatement] = useState('');
  const [wrong, setWrong] = useState(false);
  const call = useChange<object>();
  async function raise() {
    const bad = !number || statement.trim().length < 2 || A_NUMBER.test(statement);
    setWrong(bad);
    if (bad || !(await call.send('/v1/objections:raise', { number, criterion, dataset, statement: statement.trim(), context }))) return;
    setStatement('');
    raised();
  }
  return (
    <form className="act no-print" noValidate onSubmit={(event) => { event.preventDefault(); void raise(); }}>
      <h3>{t('objection.raise')}</h3>
      <div className="fields">
        <div className="field">
          <label htmlFor={id + 'n'}>{t('round.number')}</label>
          <Input id={id + 'n'} value={number} maxLength={40} onChange={(event) => setNumber(event.target.value.trim())} />
        </div>
        <div className="field">
          <label htmlFor={id + 'c'}>{t('objection.criterion')}</label>
          <select id={id + 'c'} value={criterion} onChange={(event) => setCriterion(event.target.value)}>
            {CRITERIA.map((each) => <option key={each} value={each}>{code('criterion', each)}</option>)}
          </select>
        </div>
        <div className="field">
          <label htmlFor={id + 'd'}>{t('objection.dataset')}</label>
          <select id={id + 'd'} value={dataset} onChange={(event) => setDataset(event.target.value)}>
            <option value="">{t('objection.rule')}</option>
            {DATASETS.map((each) => <option key={each} value={each}>{code('dataset', each)}</option>)}
          </select>
        </div>
      </div>
      <div className="field">
        <label htmlFor={id + 's'}>{t('objection.statement')}</label>
        <Area id={id + 's'} rows={2} maxLength={1000} value={statement} onChange={(event) => setStatement(event.target.value)} />
      </div>
      {wrong && <p className="says fault" role="alert">{t('objection.short')}</p>}
      {call.problem && <ProblemNote problem={call.problem} department="education" />}
      <Button htmlType="submit" disabled={call.busy}>{t('objection.raise')}</Button>
    </form>
  );
}
