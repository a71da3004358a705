import { expect, it } from 'vitest';
import { seats } from './browser';

const sit = seats();

it.each([
  ['zh-CN', '入学受理', '条件齐备', '居民本人', '教育部门 · 入学受理岗', '核验入学条件', '居住登记（公安部门）', '您本人'],
  ['en', 'Admission', 'All met', 'Resident', 'Education · admission office', 'Conditions for a school place were checked', '(Public security)', 'Yourself'],
] as const)('a resident lands on who looked at her data, in %s', async (language, office, family, desk, looked, action, data, self) => {
  const { page: counter } = await sit(office, language);
  await counter.getByRole('button', { name: family }).click();
  await counter.locator('.decision h2').waitFor();

  const officer = await sit(desk, language);
  const { page } = officer;
  const row = page.locator('tbody tr').filter({ hasText: looked }).first();
  await row.getByText(action).waitFor();
  expect(await row.innerText()).toContain(data);
  expect(await page.locator('main').innerText()).not.toContain('siming-admission-1');
  await officer.accessible();
  await page.reload();
  await page.locator('tbody tr').filter({ hasText: self }).first().waitFor();
});

it('filters the looks by department and time, and says when there is none', async () => {
  const officer = await sit('居民本人', 'zh-CN');
  const { page } = officer;
  await page.locator('tbody tr').first().waitFor();
  await page.getByLabel('部门').selectOption('health');
  await expect.poll(async () => (await page.locator('tbody tr').allInnerTexts()).every((row) => row.includes('onepermit/health'))).toBe(true);
  await page.getByLabel('至', { exact: true }).fill('2020-01-01');
  await page.getByText('没有记录').waitFor();
  await officer.accessible();
  await page.getByRole('button', { name: '全部记录' }).click();
  await page.locator('tbody tr').first().waitFor();
});

it('names the department whose looks are missing, and keeps those of the others', async () => {
  const officer = await sit('居民本人', 'zh-CN');
  const { page } = officer;
  await page.route('**/v1/usage:find', (route) =>
    route.fulfill({ contentType: 'application/json', body: '{"usages":[],"missing":[{"department":"health","reason":"UNAVAILABLE"}]}' }));
  await page.reload();
  await page.getByText('卫健部门暂时没有答复').waitFor();
  await officer.accessible();
  await page.unroute('**/v1/usage:find');
  await page.getByRole('button', { name: '重试' }).click();
  await page.locator('tbody tr').first().waitFor();
});
