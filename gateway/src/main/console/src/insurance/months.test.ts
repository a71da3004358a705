import { describe, expect, it } from 'vitest';
import { grids } from './months';

const run = (from: string, to: string, months: number) => ({ from, to, months });

describe('the months of a kind', () => {
  const [pension] = grids([
    { place: '420600', kind: 'PENSION', runs: [run('2019-01', '2019-11', 11)] },
    { place: '420100', kind: 'PENSION', runs: [run('2020-02', '2020-02', 1), run('2020-04', '2020-05', 2)] },
  ]);

  it('are paid where they were paid', () => {
    expect(pension!.at('2019-11')).toEqual({ state: 'paid', places: ['420600'] });
    expect(pension!.at('2020-05')).toEqual({ state: 'paid', places: ['420100'] });
  });

  it('have gaps between two paid months of any place, over the turn of a year', () => {
    expect(pension!.gaps).toEqual([run('2019-12', '2020-01', 2), run('2020-03', '2020-03', 1)]);
    expect(pension!.at('2020-03').state).toBe('gap');
  });

  it('have no gap before the first and after the last', () => {
    expect(pension!.at('2018-12').state).toBe('outside');
    expect(pension!.at('2020-06').state).toBe('outside');
    expect([pension!.first, pension!.last]).toEqual([2019, 2020]);
  });
});
