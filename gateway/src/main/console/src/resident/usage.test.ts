import { expect, it } from 'vitest';
import { joined, question } from './usage';

it('asks for whole days in China, the last one included', () => {
  expect(question({ department: 'health', from: '2026-03-01', to: '2026-03-01' })).toEqual({
    pageSize: 50, pageToken: '', departments: ['health'], from: '2026-02-28T16:00:00.000Z', to: '2026-03-01T16:00:00.000Z',
  });
  expect(question({ department: '', from: '', to: '' })).toEqual({ pageSize: 50, pageToken: '' });
});

it('a further page stands behind what is shown, and says anew who is missing', () => {
  const first = { usages: [{ time: 'b', department: 'permit' }], nextPageToken: 'x', missing: [{ department: 'health', reason: 'UNAVAILABLE' }] };
  const next = { usages: [{ time: 'a', department: 'health' }], nextPageToken: '' };
  expect(joined(first, next)).toEqual({ usages: [...first.usages, ...next.usages], nextPageToken: '' });
});
