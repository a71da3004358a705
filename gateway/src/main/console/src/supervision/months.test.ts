import { expect, it } from 'vitest';
import { lines, numbers } from './months';

const told = [
  { department: 'health', months: [{ month: '2026-01', looks: '3' }, { month: '2026-02' }] },
  { department: 'permit', months: [{ month: '2026-02', refused: [{ reason: 'PURPOSE', count: '2' }, { reason: 'ROLE', count: '1' }], answersOverdue: '1' }] },
  { department: 'social', missing: true },
];

it('the latest month stands first, and a department that is missing has no line of zeros', () => {
  expect(lines(told).map((each) => each.month.month + ' ' + each.department)).toEqual(['2026-02 permit', '2026-02 health', '2026-01 health']);
});

it('refusals are counted over all reasons, and what is left out is nought', () => {
  expect(numbers(told[1]!.months![0]!)).toEqual([0, 0, 3, 0, 0, 1, 0, 0, 0]);
});
