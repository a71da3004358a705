import { expect, it } from 'vitest';
import { seats } from './browser';
import type { Officer } from './browser';

const sit = seats();
const EMPLOYER = '91990101MA0000007H';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number of nobody, born on a day; another one in each run. */
function somebody(born: string): string {
  const first = '990101' + born + String(Math.floor(Math.random() * 500) * 2 + 1).padStart(3, '0');
  return first + '10X98765432'[WEIGHTS.reduce((sum, weight, n) => sum + weight * Number(first[n]), 0) % 11];
}

/** Two years of pension insurance in Shanghai up to this month, paid in time. */
async function insured(officer: Officer, citizenId: string) {
  const today = new Date();
  const months = Array.from({ length: 24 }, (_, n) => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - n, 1)).toISOString().slice(0, 7));
  const lines = months.map((month) => ({ citizenId, month, kind: 'INSURANCE_KIND_PENSION', baseFen: '800000' }));
  await officer.stream('/v1/contributions:post', { requestId: crypto.randomUUID(), employer: EMPLOYER, place: '310000', lines, context: { purpose: 'PURPOSE_CONTRIBUTION', caseRef: 'E2E-CONSOLE' } });
}

it.each([
  ['zh-CN', '积分受理', '查询', '没有核定过积分。', '用人单位统一社会信用代码', '申报', '最高学历', '受理', '加一项主张的核实结果', '依据（登记簿、证书编号）', '计分'],
  ['en', 'Permit points', 'Look up', 'No score has been fixed.', 'Employer (unified social credit code)', 'File', 'education', 'Accept', 'Add a finding on a claim', 'Found in (register, certificate)', 'Score'],
] as const)('an employer files, an officer accepts what was verified and scores it, in %s', async (language, desk, ask, nothing, employer, file, item, accept, finding, foundIn, score) => {
  const officer = await sit(desk, language);
  const { page } = officer;
  const holder = somebody('19800301');
  await insured(officer, holder);
  await officer.idField.fill(holder);
  await page.getByRole('button', { name: ask, exact: true }).click();
  await page.getByText(nothing).waitFor();
  await officer.accessible();
  await page.getByLabel(employer).fill(EMPLOYER);
  await page.getByLabel(item, { exact: true }).selectOption('DOCTOR');
  await page.getByRole('button', { name: file, exact: true }).last().click();

  await page.getByLabel(finding).selectOption('education.level');
  await page.getByLabel(item, { exact: true }).selectOption('DOCTOR');
  await page.getByLabel(`${foundIn} ${item}`).fill('register');
  await officer.accessible();
  await officer.fitsAtTwiceTheSize();
  await page.getByRole('button', { name: accept, exact: true }).last().click();

  await page.getByRole('button', { name: score, exact: true }).last().click();
  await page.locator('.decision h2').waitFor();
  expect(await page.locator('.decision table').first().innerText()).toContain('110');
  await officer.accessible();
  await officer.go(language === 'en' ? 'Open filings' : '待办申报');
  const list = page.getByRole('group', { name: language === 'en' ? 'Open filings' : '待办申报' });
  await list.locator('tbody tr').first().waitFor();
  expect(await list.innerText()).not.toContain(holder);
  await officer.accessible();
});
