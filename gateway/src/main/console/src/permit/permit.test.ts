import { describe, expect, it } from 'vitest';
import { checkAddress, endorsable, scanned } from './permit';

const permit = { number: '350203-2025-00000001', division: '350203', status: 'PERMIT_STATUS_ACTIVE', endorsementFrom: '2026-06-30', endorsedTo: '2026-07-30' };

describe('a permit at the window', () => {
  it('is endorsed from the first day of the month before the year is full', () => {
    expect(endorsable(permit, '2026-06-29')).toBe(false);
    expect(endorsable(permit, '2026-06-30')).toBe(true);
  });

  it('is endorsed late while it is suspended, and never after its end', () => {
    expect(endorsable({ ...permit, status: 'PERMIT_STATUS_SUSPENDED' }, '2026-09-01')).toBe(true);
    expect(endorsable({ ...permit, status: 'PERMIT_STATUS_CANCELLED' }, '2026-07-01')).toBe(false);
  });

  it('has a code that leads the window back to its number and tells nothing else', () => {
    const address = checkAddress('https://city.example', permit);
    expect(address).toBe('https://city.example/desk/permit?permit=350203-2025-00000001');
    expect(scanned(new URL(address).search)).toBe(permit.number);
    expect(scanned('')).toBe('');
  });
});
