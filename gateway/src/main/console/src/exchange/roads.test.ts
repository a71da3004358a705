import { expect, it } from 'vitest';
import { after, health, replayable, roads } from './roads';

const permit = { department: 'permit', datasets: [{ id: 'dwelling', owner: 'permit' }], replicas: [] };
const reader = { department: 'education', datasets: [], replicas: [{ dataset: 'dwelling', watermark: '2026-01-01T00:00:00Z', ageMillis: '900' }] };

it('a dataset leads from its owner to each department that reads it', () => {
  expect(roads([permit, reader])).toEqual([
    { dataset: permit.datasets[0], readers: [{ department: 'education', replica: reader.replicas[0] }] },
  ]);
});

it('a reader that cannot be reached keeps its place, and nothing is said of it', () => {
  const told = after([permit, reader], [permit, { department: 'education', down: true }]);
  expect(roads(told)[0]!.readers).toEqual([{ department: 'education', replica: undefined }]);
});

it('a road that is read is flowing, an old watermark or a parked person is behind, a problem stops it', () => {
  expect(health(reader.replicas[0])).toBe('flowing');
  expect(health({ ...reader.replicas[0]!, ageMillis: '60000' })).toBe('behind');
  expect(health({ ...reader.replicas[0]!, parkedPersons: '1' })).toBe('behind');
  expect(health({ ...reader.replicas[0]!, problem: 'TOPIC_ABSENT' })).toBe('stopped');
  expect(health(undefined)).toBe('unknown');
});

it('parked records of one person are replayed together, and apart from those of another reader', () => {
  const record = { dataset: 'dwelling', reason: 'INVALID', offset: '1' };
  const found = replayable([
    { department: 'education', parked: [{ ...record, person: 'AA==' }, { ...record, person: 'AA==', offset: '2', reason: 'PERSON_PARKED' }, { ...record, person: 'BB==' }] },
    { department: 'social', parked: [{ ...record, person: 'AA==' }] },
    { department: 'health', down: true },
  ]);
  expect(found.map((each) => [each.department, each.person, each.records.length])).toEqual([['education', 'AA==', 2], ['education', 'BB==', 1], ['social', 'AA==', 1]]);
});
