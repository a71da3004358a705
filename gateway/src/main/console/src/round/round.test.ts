import { describe, expect, it } from 'vitest';
import { tried } from './round';

describe('what an officer tries', () => {
  const before = [{ school: 'A', seats: 2 }, { school: 'B', seats: 1 }];

  it('asks only for what would be otherwise', () => {
    expect(tried({ percent: { 'real.home': 0, 'real.insurance': 100 }, seats: { A: 2, B: 3 } }, before))
      .toEqual({ weights: [{ criterion: 'real.home', percent: 0 }], seats: [{ school: 'B', seats: 3 }] });
  });

  it('asks for nothing when everything is as it is', () => {
    expect(tried({ percent: {}, seats: {} }, before)).toEqual({ weights: [], seats: [] });
  });
});
