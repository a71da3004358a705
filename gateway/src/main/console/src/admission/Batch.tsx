import { Alert, Button } from 'antd';
import { useId, useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { Case, useCase } from '../app/Case';
import type { DeskProps } from '../app/desks';
import { exported } from '../app/exported';
import { save } from '../app/save';
import { ProblemNote } from '../app/states';
import { DecisionView } from '../decision/DecisionView';
import { clock, points } from '../decision/words';
import { useWords } from '../words/i18n';
import { readList, TEMPLATE } from './list';
import type { Line, Outcome, Read } from './list';
import { useBatch } from './useBatch';
import { useOutcomeWords } from './outcomeWords';

const PAGE = 100;

export default function Batch({ desk }: DeskProps) {
  const { t } = useWords();
  const [caseRef] = useCase(desk.name);
  const batch = useBatch(desk.division, caseRef);
  const [bad, setBad] = useState<Extract<Read, { problem: unknown }>>();
  const [kind, setKind] = useState('');
  const [page, setPage] = useState(0);
  const [open, setOpen] = useState<number>();
  const words = useOutcomeWords();

  async function take(file: File | undefined) {
    if (!file) return;
    const read = readList(await file.arrayBuffer());
    setKind('');
    setPage(0);
    setOpen(undefined);
    setBad('problem' in read ? read : undefined);
    if ('lines' in read) batch.ask(read.lines);
  }

  const rows = batch.lines.map((line, at) => ({ at, line, outcome: batch.outcomes[at] }));
  const found = rows.filter((row) => !kind || words.kind(row.outcome) === kind);
  const kinds = [...new Set(rows.map((row) => words.kind(row.outcome)).filter((each) => each))];
  const mark = t('batch.watermark', { officer: desk.officer, time: clock(new Date().toISOString()), case: caseRef });

  function takeOut() {
    const head = [t('batch.key'), t('admission.child'), t('batch.decision'), t('batch.points'), t('batch.why'), t('decision.id')];
    save(`${caseRef}.csv`, 'text/csv', exported(mark, head, found.map(({ line, outcome }) => [
      line.key, line.childId, words.decision(outcome), score(outcome), words.why(outcome), outcome?.decision?.id ?? '',
    ])));
  }

  return (
    <>
      <Drop take={(file) => void take(file)} busy={batch.busy} />
      <Case purpose="PURPOSE_SCHOOL_ADMISSION" reference={caseRef} />
      {bad && <Alert type="error" showIcon role="alert" title={t(bad.problem, bad.values)} />}
      {batch.problem && <ProblemNote problem={batch.problem} retry={() => batch.ask(batch.lines)} department="education" />}
      {rows.length > 0 && (
        <section className="card">
          <div className="row">
            <progress max={rows.length} value={batch.done} aria-label={t('batch.progress', { done: batch.done, all: rows.length })} />
            <span role="status">{t('batch.progress', { done: batch.done, all: rows.length })}</span>
            <Filter kinds={kinds} kind={kind} count={(each) => rows.filter((row) => words.kind(row.outcome) === each).length} name={words.name}
              choose={(each) => { setKind(each); setPage(0); }} />
            <Button onClick={takeOut} disabled={batch.busy || !found.length}>{t('batch.export')}</Button>
          </div>
          <Rows rows={found.slice(page * PAGE, (page + 1) * PAGE)} open={setOpen} />
          <Pages page={page} pages={Math.ceil(found.length / PAGE)} go={setPage} />
        </section>
      )}
      {open !== undefined && batch.outcomes[open]?.decision && (
        <div className="answer"><DecisionView decision={batch.outcomes[open].decision} notes={batch.outcomes[open].notes} /></div>
      )}
    </>
  );
}

const score = (outcome: Outcome | undefined) =>
  outcome?.decision?.result?.maxPoints ? points(outcome.decision.result.points ?? 0, outcome.decision.result.pointScale) : '';

function Drop({ take, busy }: { take: (file: File | undefined) => void; busy: boolean }) {
  const { t } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  function dropped(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!busy) take(event.dataTransfer.files[0]);
  }
  return (
    <div className={over ? 'drop over' : 'drop'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={dropped}>
      <label htmlFor={id}>{t('batch.drop')}</label>
      <div className="row">
        <input id={id} ref={input} type="file" accept=".csv,text/csv" disabled={busy}
          onChange={(event) => { take(event.target.files?.[0]); event.target.value = ''; }} />
        <Button size="small" onClick={() => save('template.csv', 'text/csv', '\ufeff' + TEMPLATE)}>{t('batch.template')}</Button>
      </div>
      <p className="small">{t('batch.columns')}</p>
    </div>
  );
}

function Filter({ kinds, kind, count, name, choose }: { kinds: string[]; kind: string; count: (kind: string) => number; name: (kind: string) => string; choose: (kind: string) => void }) {
  const { t } = useWords();
  const id = useId();
  return (
    <span className="row">
      <label htmlFor={id}>{t('batch.filter')}</label>
      <select id={id} value={kind} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('batch.all')}</option>
        {kinds.map((each) => <option key={each} value={each}>{name(each)} ({count(each)})</option>)}
      </select>
    </span>
  );
}

function Rows({ rows, open }: { rows: { at: number; line: Line; outcome?: Outcome }[]; open: (at: number) => void }) {
  const { t } = useWords();
  const words = useOutcomeWords();
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('admission.batch')}>
      <table>
        <thead>
          <tr>{[t('batch.key'), t('admission.child'), t('batch.decision'), t('batch.points'), t('batch.why')].map((each) => <th key={each} scope="col">{each}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map(({ at, line, outcome }) => (
            <tr key={at} className={words.kind(outcome)}>
              <td>{line.key}</td>
              <th scope="row">{outcome?.decision ? <Button type="link" size="small" onClick={() => open(at)}>{line.childId}</Button> : line.childId}</th>
              <td className="nowrap">{words.decision(outcome)}</td>
              <td>{score(outcome)}</td>
              <td>{words.why(outcome)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Pages({ page, pages, go }: { page: number; pages: number; go: (page: number) => void }) {
  const { t } = useWords();
  if (pages < 2) return null;
  return (
    <nav className="row" aria-label={t('admission.batch')}>
      <Button disabled={page === 0} onClick={() => go(page - 1)} aria-label="←">←</Button>
      <span>{page + 1} / {pages}</span>
      <Button disabled={page === pages - 1} onClick={() => go(page + 1)} aria-label="→">→</Button>
    </nav>
  );
}
