import { describe, expect, it } from 'vitest';
import { birthDate, checkDigit, fault, fold, masked, schoolYear } from './citizenId';

const today = new Date('2026-03-01T00:00:00Z');

describe('a citizen ID number', () => {
  it.each(['990301201908300111', '99030120180901024X', '990305201902140319'])('%s is one', (id) => {
    expect(fault(id, today)).toBeUndefined();
  });

  it.each([
    ['990301201908300112', 'CHECK_DIGIT'],
    ['990301201913300111', 'BIRTH_DATE'],
    ['990301201902290111', 'BIRTH_DATE'],
    ['99030120190830011', 'LENGTH'],
    ['9903012019083001111', 'LENGTH'],
    ['990301190830011', 'OLD_15'],
    ['99030120190830O111', 'CHARACTERS'],
    ['9903012018090102X4', 'CHARACTERS'],
  ])('%s is none: %s', (id, why) => {
    expect(fault(id, today)).toBe(why);
  });

  it('of somebody not born yet is none', () => {
    const seventeen = '99030120260302011';
    expect(fault(seventeen + checkDigit(seventeen), today)).toBe('BIRTH_FUTURE');
  });

  it('is folded from what an input method leaves', () => {
    expect(fold(' ９９０３０１ ２０１８０９０１-０２４ｘ\u200b')).toBe('99030120180901024X');
  });

  it('says the day of birth, and the year of school', () => {
    expect(birthDate('990301201908300111')).toBe('2019-08-30');
    expect(schoolYear('2019-08-31')).toBe(2025);
    expect(schoolYear('2019-09-01')).toBe(2026);
  });

  it('is masked on paper', () => {
    expect(masked('990301201908300111')).toBe('990301********0111');
  });
});
