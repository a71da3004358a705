import { expect, it } from 'vitest';
import { fitsCode, readCertificate } from './certificate';

const TEXT = `onepermit/social/contribution-certificate@v1
citizen-id 990102197104080041
issued-at 2026-05-04T01:02:03Z
paid 350200 PENSION 14 back-paid 2
run 2024-01 2024-12
run 2025-03 2025-04
paid 420600 MEDICAL 3 back-paid 0
run 2023-01 2023-03

— onepermit/social AAAA
`;

it('a certificate reads as places, kinds and runs, with who signed it', () => {
  const read = readCertificate(TEXT);
  expect(read.citizenId).toBe('990102197104080041');
  expect(read.paid).toEqual([
    { place: '350200', kind: 'INSURANCE_KIND_PENSION', months: 14, backPaid: 2, runs: [{ from: '2024-01', to: '2024-12' }, { from: '2025-03', to: '2025-04' }] },
    { place: '420600', kind: 'INSURANCE_KIND_MEDICAL', months: 3, backPaid: 0, runs: [{ from: '2023-01', to: '2023-03' }] },
  ]);
  expect(read.signatures).toEqual(['— onepermit/social AAAA']);
});

it('a text too long for a code on paper is told so', () => {
  expect(fitsCode(TEXT)).toBe(true);
  expect(fitsCode(TEXT + 'run 2024-01 2024-02\n'.repeat(100))).toBe(false);
});
