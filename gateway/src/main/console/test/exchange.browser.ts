import { expect, it } from 'vitest';
import { seats } from './browser';

const sit = seats();

it.each([
  ['zh-CN', '交换运行', '居住登记', '已读到最新'],
  ['en', 'Exchange health', 'Residence registration', 'all read'],
] as const)('operators see every road, live, in %s', async (language, desk, dataset, level) => {
  const officer = await sit(desk, language);
  const { page } = officer;
  const road = page.locator('.road').filter({ hasText: dataset });
  await road.getByText(level).first().waitFor();
  const before = await page.locator('.head .small').innerText();
  await expect.poll(() => page.locator('.head .small').innerText(), { timeout: 10_000 }).not.toBe(before);
  await officer.accessible();
});

it.each([
  ['zh-CN', '交换运行', '内容不合规范', '重放', '确定重放', '已应用 2 条，仍搁置 0 条'],
  ['en', 'Exchange health', 'content against the rules of the dataset', 'Replay', 'Yes: Replay', '2 applied, 0 still parked'],
] as const)('a parked person is shown with the reason and replayed, in %s', async (language, desk, reason, replay, sure, done) => {
  const officer = await sit(desk, language);
  const { page } = officer;
  const asked: { dataset: string; person: string; requestId: string }[] = [];
  // A person is parked by a faulty record alone, which no page can make: what the department would say is said here.
  await page.route('**/departments/education/replicas', async (route) => {
    const answer = (await (await route.fetch()).json()) as { replicas: { parkedPersons?: string }[] };
    answer.replicas[0]!.parkedPersons = '1';
    await route.fulfill({ json: answer });
  });
  const record = { dataset: 'si.months', person: 'AQIDBAUGBwgJCgsMDQ4PEBE=', partition: 3, offset: '77', reason: 'INVALID', parkedAt: '2026-01-01T00:00:00Z' };
  await page.route('**/departments/education/replicas:parked', (route) => route.fulfill({ json: { records: [record, { ...record, offset: '78', reason: 'PERSON_PARKED' }] } }));
  await page.route('**/departments/education/replicas:replay', async (route) => {
    asked.push(route.request().postDataJSON() as (typeof asked)[number]);
    await route.fulfill({ json: { applied: '2' } });
  });
  await page.getByText(reason).waitFor();
  await officer.accessible();
  await page.getByRole('button', { name: replay, exact: true }).click();
  await page.getByRole('button', { name: sure }).click();

  await page.getByText(done).waitFor();
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ dataset: 'si.months', person: record.person });
  expect(await page.locator('main').innerText()).not.toContain(record.person);
  await page.unrouteAll({ behavior: 'wait' });
});
