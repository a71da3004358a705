import { expect, it } from 'vitest';
import { seats } from './browser';

const sit = seats();
const SCHOOL = '350203PG01';
const PUPIL = '990301201903020225';

it.each([
  ['zh-CN', '预防接种单位', '评估', '漏种剂次'],
  ['en', 'Vaccination unit', 'Assess', 'Missing doses'],
] as const)('the vaccination unit names missing doses, in %s', async (language, desk, ask, title) => {
  const officer = await sit(desk, language);
  const { page } = officer;
  await officer.idField.fill('990301201903020225');
  await page.getByRole('button', { name: ask, exact: true }).click();

  await page.getByRole('heading', { name: title, exact: true }).waitFor();
  expect(await page.locator('.doses').innerText()).toContain('DTaP5');
  await officer.accessible();
});

it.each([
  ['zh-CN', '入学受理', '接种查验', '学校代码', '公民身份号码', '查验', '有漏种剂次', '本学期补种名单', '百白破疫苗第 5 剂'],
  ['en', 'Admission', 'Vaccination check', 'School code', 'Citizen ID number', 'Check', 'Doses missing', 'Term list of catch-ups', 'DTaP, dose 5'],
] as const)('a school checks a pupil without a certificate, and the term list has the gaps with their days, in %s', async (language, desk, way, school, id, check, found, list, dose) => {
  const officer = await sit(desk, language);
  const { page } = officer;
  const context = { purpose: 'PURPOSE_SCHOOL_ROLL', caseRef: 'E2E-ROLL' };
  await officer.ask('/v1/roll:enrol', { citizenId: PUPIL, school: SCHOOL, stage: 'PRIMARY', from: '2026-09-01', requestId: crypto.randomUUID(), context });
  await officer.go(way);
  await page.getByLabel(school).fill(SCHOOL);
  await page.getByLabel(id, { exact: false }).last().fill(PUPIL);
  await page.getByRole('button', { name: check, exact: true }).click();

  await page.getByRole('heading', { name: found, exact: true }).waitFor();
  const row = page.getByRole('group', { name: list }).locator('tbody tr').first();
  await row.waitFor();
  expect(await row.innerText()).toContain(dose);
  expect(await row.innerText()).toContain('2026-12-31');
  expect(await page.getByRole('group', { name: list }).innerText()).not.toContain(PUPIL);
  await officer.accessible();
  await officer.fitsAtTwiceTheSize();
});
