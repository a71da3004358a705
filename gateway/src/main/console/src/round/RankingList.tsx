import { Button } from 'antd';
import type { Desk } from '../call/session';
import { exported } from '../app/exported';
import { printPart } from '../app/printPart';
import { Rows } from '../app/Rows';
import { save } from '../app/save';
import { Source } from '../app/Source';
import { Loading, Nothing, ProblemNote } from '../app/states';
import type { Call } from '../call/useCall';
import { clock, points } from '../decision/words';
import { useWords } from '../words/i18n';
import { Labels } from './Labels';
import type { Ranking } from './round';

/** The published list, by application number alone, as anybody may read it; to print and to take out. */
export function RankingList({ list, again, desk, caseRef }: { list: Call<Ranking>; again: () => void; desk: Desk; caseRef: string }) {
  const { t, code } = useWords();
  if (list.problem?.reason === 'NOT_PUBLISHED') return <Nothing>{t('round.notPublished')}</Nothing>;
  if (list.problem) return <ProblemNote problem={list.problem} retry={again} still={list.at} department="education" />;
  if (!list.answer) return <Loading />;
  const { ranking, lines = [] } = list.answer;
  const head = [t('round.rank'), t('round.number'), t('batch.points'), t('round.decidedBy')];
  const cells = lines.map((line) => [String(line.rank), line.number, points(line.points ?? 0, ranking.pointScale), line.decidedBy ? code('tieBreak', line.decidedBy) : '']);
  const mark = t('round.watermark', { officer: desk.officer, time: clock(new Date().toISOString()), case: caseRef, generation: ranking.generation });
  return (
    <section className="card" aria-labelledby="ranking">
      <h2 id="ranking">{t('round.ranking')}</h2>
      <p>{t('round.published', { from: ranking.publishedFrom, to: ranking.publishedTo, generation: ranking.generation, n: ranking.applications ?? 0, ties: ranking.ties ?? 0 })}</p>
      <Labels labels={ranking.labels} />
      <Source department="education" at={list.at} again={again} />
      <dl><dt>{t('round.seed')}</dt><dd className="code">{ranking.seed}</dd></dl>
      <p className="row no-print">
        <Button onClick={() => save(`${caseRef}-list.csv`, 'text/csv', exported(mark, head, cells))}>{t('batch.export')}</Button>
        <Button onClick={(event) => printPart(event.currentTarget.closest('.card'))}>{t('round.print')}</Button>
      </p>
      <Rows name={t('round.ranking')} head={head} tall>
        {cells.map(([rank, number, score, by]) => <tr key={number}><td>{rank}</td><th scope="row">{number}</th><td>{score}</td><td>{by}</td></tr>)}
      </Rows>
    </section>
  );
}
