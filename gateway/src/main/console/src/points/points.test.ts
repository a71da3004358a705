import { describe, expect, it } from 'vitest';
import { fits, once } from './points';

describe('a claim of points', () => {
  it('has a code of its item or a whole number', () => {
    expect(fits({ item: 'education.level', value: 'DOCTOR' }, false)).toBe(true);
    expect(fits({ item: 'education.level', value: 'PROFESSOR' }, false)).toBe(false);
    expect(fits({ item: 'service.years', value: '5' }, false)).toBe(true);
    expect(fits({ item: 'service.years', value: 'five' }, false)).toBe(false);
    expect(fits({ item: 'of.nobody', value: '1' }, false)).toBe(false);
  });

  it('stays open only where an officer could not verify it', () => {
    expect(fits({ item: 'veto.seriousCrime', value: '' }, true)).toBe(true);
    expect(fits({ item: 'education.level', value: '' }, false)).toBe(false);
  });

  it('stands once, as it was given last', () => {
    expect(once([{ item: 'service.years', value: '4' }, { item: 'graduate.fresh', value: 'true' }, { item: 'service.years', value: '5' }]))
      .toEqual([{ item: 'service.years', value: '5' }, { item: 'graduate.fresh', value: 'true' }]);
  });
});
