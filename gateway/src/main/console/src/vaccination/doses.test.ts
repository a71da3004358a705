import { expect, it } from 'vitest';
import { vaccineOf } from './doses';

it('a missing dose names its vaccine', () => {
  expect(vaccineOf('DTaP5')).toBe('DTaP');
  expect(vaccineOf('DT1')).toBe('DT');
  expect(vaccineOf('MPSV-AC3')).toBe('MPSV-AC');
  expect(vaccineOf('NO_VACCINATION_RECORD')).toBeUndefined();
});
