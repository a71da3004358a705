import { useWords } from '../words/i18n';
import { place } from '../words/places';
import type { KindGrid, Month } from './months';

const CELL = 15;
const LEFT = 42;
const TOP = 15;
const MONTHS = Array.from({ length: 12 }, (_, i) => i);

/** Years down, months across: where each month was paid, and gaps hatched so that they are seen without colour. */
export function MonthGrid({ grid, places }: { grid: KindGrid; places: string[] }) {
  const { t, code, language } = useWords();
  const years = Array.from({ length: grid.last - grid.first + 1 }, (_, i) => grid.first + i);
  const [width, height] = [LEFT + 12 * CELL, TOP + years.length * CELL];
  const says = `${code('kind', grid.kind)}: ${t('insurance.gaps', { n: grid.gaps.length })}`;

  function title(month: string, found: Month): string {
    if (found.state !== 'paid') return `${month} ${t(found.state === 'gap' ? 'insurance.unpaid' : 'insurance.outside')}`;
    return `${month} ${found.places.map((each) => place(each, language)).join(' + ')} ${t('insurance.paid')}`;
  }

  return (
    <svg className="months" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={says}>
      {MONTHS.map((m) => <text key={m} x={LEFT + m * CELL + CELL / 2} y={11} textAnchor="middle">{m + 1}</text>)}
      {years.map((year, row) => (
        <g key={year} transform={`translate(0 ${TOP + row * CELL})`}>
          <text x={LEFT - 6} y={11} textAnchor="end">{year}</text>
          {MONTHS.map((m) => {
            const month = `${year}-${String(m + 1).padStart(2, '0')}`;
            const found = grid.at(month);
            const shown = found.state === 'paid' ? `paid p${places.indexOf(found.places[0]!) % 4}` : found.state;
            return (
              <rect key={m} x={LEFT + m * CELL + 1} y={1} width={CELL - 2} height={CELL - 2} rx={2} className={shown}>
                <title>{title(month, found)}</title>
              </rect>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

/** The stripes of a gap, once for all grids of the page. */
export function GapStripes() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="hidden-svg">
      <pattern id="gap" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="#fff" />
        <rect width="2.4" height="5" fill="#b3261e" />
      </pattern>
    </svg>
  );
}
