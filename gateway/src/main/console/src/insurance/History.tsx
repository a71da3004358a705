import { Nothing } from '../app/states';
import { clock } from '../decision/words';
import { useWords } from '../words/i18n';
import { place } from '../words/places';
import { grids } from './months';
import type { KindGrid, Series } from './months';
import { GapStripes, MonthGrid } from './MonthGrid';

export interface HistoryAnswer {
  series?: Series[];
  currentEmployer?: string;
}

export function History({ history, at }: { history: HistoryAnswer; at?: Date }) {
  const { t, language } = useWords();
  const all = history.series ?? [];
  if (!all.length) return <Nothing>{t('insurance.nothing')}</Nothing>;
  const places = [...new Set(all.map((series) => series.place))];
  return (
    <section className="card" aria-labelledby="months">
      <h2 id="months" tabIndex={-1}>{t('insurance.months')}</h2>
      <p className="small">{t('insurance.source', { time: clock(at?.toISOString()) })}</p>
      <GapStripes />
      <p className="legend">
        {places.map((each, i) => (
          <span key={each}><svg width="15" height="15" aria-hidden="true" className="months"><rect width="15" height="15" rx="2" className={`paid p${i % 4}`} /></svg> {place(each, language)}</span>
        ))}
        <span><svg width="15" height="15" aria-hidden="true" className="months"><rect width="15" height="15" rx="2" className="gap" /></svg> {t('insurance.unpaid')}</span>
        {history.currentEmployer && <span className="small">{t('insurance.employer')}: {history.currentEmployer}</span>}
      </p>
      <div className="kinds">{grids(all).map((grid) => <Kind key={grid.kind} grid={grid} places={places} />)}</div>
      {all.some((series) => series.backPaidMonths) && <p className="small">{t('insurance.back.limit')}</p>}
    </section>
  );
}

function Kind({ grid, places }: { grid: KindGrid; places: string[] }) {
  const { t, code, language } = useWords();
  const total = grid.series.reduce((sum, series) => sum + (series.totalMonths ?? 0), 0);
  return (
    <div className="kind">
      <h3>{code('kind', grid.kind)} <span className="small">{t('insurance.total', { n: total })}</span></h3>
      <MonthGrid grid={grid} places={places} />
      <ul>
        {grid.series.map((series) => (
          <li key={series.place}>
            <b>{place(series.place, language)}</b> {t('insurance.total', { n: series.totalMonths ?? 0 })}
            {!!series.backPaidMonths && <b className="back"> · {t('insurance.back', { n: series.backPaidMonths })}</b>}
            {series.runs?.map((run) => <div key={run.from} className="small">{t('insurance.run', { from: run.from, to: run.to, n: run.months })}</div>)}
          </li>
        ))}
        {grid.gaps.map((gap) => <li key={gap.from} className="gap-line">{t('insurance.gap', { from: gap.from, to: gap.to, n: gap.months })}</li>)}
      </ul>
    </div>
  );
}
