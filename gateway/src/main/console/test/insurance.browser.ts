import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MS_ZHANG, seats } from './browser';

const sit = seats();

it.each([
  ['zh-CN', '社保窗口', '查询', '缴费月历', '襄阳市'],
  ['en', 'Insurance counter', 'Look up', 'Month by month', 'Xiangyang'],
] as const)('insurance shows months and the place of pension, in %s', async (language, desk, ask, title, place) => {
  const officer = await sit(desk, language);
  const { page } = officer;
  await officer.idField.fill(MS_ZHANG);
  await page.getByRole('button', { name: ask, exact: true }).click();

  await page.getByRole('heading', { name: title }).waitFor();
  await page.locator('.decision h2').waitFor();
  expect(await page.locator('.kinds').innerText()).toContain(place);
  await officer.accessible();
});

it.each([
  ['zh-CN', '社保窗口', '居住证积分模拟估分（上海）', '估分', /预计 \d{4} 年达到 120 分/, '模拟估分，不是核定结果'],
  ['en', 'Insurance counter', 'Estimate of permit points (Shanghai)', 'Estimate', /120 points would be reached in \d{4}/, 'Estimate, no determination'],
] as const)('insurance estimates permit points and names the year of the standard, in %s', async (language, desk, way, ask, year, label) => {
  const officer = await sit(desk, language);
  const { page } = officer;
  await officer.go(way);
  await page.locator('input[type=date]').fill('1995-06-12');
  await page.locator('input[inputmode=numeric]').last().fill('36');
  await page.getByRole('combobox').selectOption('BACHELOR_GRADUATE');
  await page.getByRole('button', { name: ask, exact: true }).click();

  await page.getByText(year).waitFor();
  expect(await page.locator('.estimate .labels').innerText()).toContain(label);
  await officer.accessible();
});

it.each([
  ['zh-CN', '社保窗口', '查询', '开具', '下载', '整份证明的二维码'],
  ['en', 'Insurance counter', 'Look up', 'Issue', 'Download', 'Code of the whole certificate'],
] as const)('a certificate is issued, handed out and printed alone, in %s', async (language, desk, ask, issue, get, code) => {
  const officer = await sit(desk, language);
  const { page } = officer;
  await officer.idField.fill(MS_ZHANG);
  await page.getByRole('button', { name: ask, exact: true }).click();
  await page.getByRole('button', { name: issue, exact: true }).click();

  await page.getByRole('img', { name: code }).waitFor();
  await officer.accessible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: get, exact: true }).click();
  const file = readFileSync((await (await download).path())!, 'utf8');
  expect(file).toMatch(/^onepermit\/social\/contribution-certificate@v1\n/);
  expect(file).toContain('citizen-id ' + MS_ZHANG);
  await officer.fitsAtTwiceTheSize();
});

it.each([
  ['zh-CN', '社保窗口', '养老保险关系转移', '查询', '原参保地（区划代码）', '核验能否转入', '襄阳市', '发起转移', '这一步办结', '新参保地同意接收'],
  ['en', 'Insurance counter', 'Transfer of pension relations', 'Look up', 'Place left (division code)', 'Check whether it is transferred', 'Xiangyang', 'Open the transfer', 'This step is done', 'New place answers'],
] as const)('a transfer says what becomes of the relation, and shows its steps with their days, in %s', async (language, desk, way, ask, from, check, name, open, advance, step) => {
  const officer = await sit(desk, language);
  const { page } = officer;
  await officer.go(way);
  await officer.idField.fill(MS_ZHANG);
  await page.getByRole('button', { name: ask, exact: true }).click();
  await page.getByLabel(from).fill('420600');
  await page.getByText('✓ ' + name).waitFor();
  await page.getByRole('button', { name: check }).click();
  await page.locator('.decision h2').waitFor();
  await officer.accessible();
  const possible = page.getByRole('button', { name: open });
  if (await possible.count()) await possible.click();
  const steps = page.locator('.steps li');
  if (await page.getByRole('button', { name: advance }).count()) expect(await steps.nth(1).innerText()).toContain(step);
  await officer.fitsAtTwiceTheSize();
});
