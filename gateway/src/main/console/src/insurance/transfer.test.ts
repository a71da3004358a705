import { describe, expect, it } from 'vitest';
import { inside, steps } from './transfer';

const transfer = { id: 'x', fromPlace: '340100', toPlace: '420100', waitsFor: 'TRANSFER_STEP_HAND_OVER', dueOn: '2026-06-01', requestedOn: '2026-05-04', doneOn: ['2026-05-11'], etag: '1' };

describe('a pension relation on its way', () => {
  it('has three steps, each with its place and its day', () => {
    expect(steps(transfer)).toEqual([
      { step: 'TRANSFER_STEP_ANSWER', place: '420100', doneOn: '2026-05-11', dueOn: undefined },
      { step: 'TRANSFER_STEP_HAND_OVER', place: '340100', doneOn: undefined, dueOn: '2026-06-01' },
      { step: 'TRANSFER_STEP_CLOSE', place: '420100', doneOn: undefined, dueOn: undefined },
    ]);
  });

  it('is advanced by the place whose turn it is', () => {
    expect(inside('420100', '420100')).toBe(true);
    expect(inside('420111', '420100')).toBe(true);
    expect(inside('340100', '420100')).toBe(false);
    expect(inside('420100', '420111')).toBe(false);
  });
});
