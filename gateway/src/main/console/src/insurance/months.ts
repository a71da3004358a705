/** One line per place and kind, as the contract has it. */
export interface Series {
  place: string;
  kind: string;
  totalMonths?: number;
  backPaidMonths?: number;
  runs?: Run[];
  gaps?: Run[];
}

export interface Run {
  from: string;
  to: string;
  months: number;
}

/** A month of one kind: where it was paid, or a gap between two paid ones. */
export type Month = { state: 'paid'; places: string[] } | { state: 'gap' } | { state: 'outside' };

export interface KindGrid {
  kind: string;
  first: number;
  last: number;
  /** By `YYYY-MM`. */
  at: (month: string) => Month;
  gaps: Run[];
  series: Series[];
}

const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const text = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** One grid for each kind, over all its places: a month unpaid here and paid there is no gap. */
export function grids(all: Series[]): KindGrid[] {
  const kinds = [...new Set(all.map((series) => series.kind))];
  return kinds.map((kind) => grid(kind, all.filter((series) => series.kind === kind)));
}

function grid(kind: string, series: Series[]): KindGrid {
  const paid = new Map<number, string[]>();
  for (const each of series) {
    for (const run of each.runs ?? []) {
      for (let month = number(run.from); month <= number(run.to); month++) {
        paid.set(month, [...(paid.get(month) ?? []), each.place]);
      }
    }
  }
  const months = [...paid.keys()];
  const [first, last] = [Math.min(...months), Math.max(...months)];
  return {
    kind,
    first: Math.floor(first / 12),
    last: Math.floor(last / 12),
    at: (month) => {
      const n = number(month);
      const places = paid.get(n);
      if (places) return { state: 'paid', places };
      return { state: n > first && n < last ? 'gap' : 'outside' };
    },
    gaps: gaps(paid, first, last),
    series,
  };
}

function gaps(paid: Map<number, string[]>, first: number, last: number): Run[] {
  const found: Run[] = [];
  for (let month = first; month < last; month++) {
    if (paid.has(month)) continue;
    const from = month;
    while (!paid.has(month + 1)) month++;
    found.push({ from: text(from), to: text(month), months: month - from + 1 });
  }
  return found;
}
