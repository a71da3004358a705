import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FAMILY, GATEWAY, launch, MS_ZHANG, Officer } from './browser';
import type { Language } from './browser';

let browser: Browser;
let officer: Officer | undefined;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  const left = officer;
  officer = undefined;
  await left?.leave();
});

async function sit(desk: string, language: Language): Promise<Officer> {
  officer = await Officer.at(browser, desk, language);
  return officer;
}

const ADMISSION = {
  'zh-CN': { desk: '入学受理', child: '儿童公民身份号码', first: '家长 1 公民身份号码', second: /家长 2 公民身份号码/, ask: '核验', said: '符合条件', wrong: '校验码不符', receipt: '下载回执', fresh: '秒前' },
  en: { desk: 'Admission', child: "Child's citizen ID number", first: 'Parent 1: citizen ID number', second: /Parent 2: citizen ID number/, ask: 'Verify', said: 'Eligible', wrong: 'check digit', receipt: 'Download receipt', fresh: 's ago' },
} as const;

describe('the admission desk', () => {
  it.each(['zh-CN', 'en'] as const)('answers for a family by keyboard alone, in %s', async (language) => {
    const words = ADMISSION[language];
    const { page } = await sit(words.desk, language);
    const child = page.getByLabel(words.child, { exact: false }).first();
    await expect.poll(() => child.evaluate((field) => field === document.activeElement)).toBe(true);

    await page.keyboard.type(FAMILY.child.slice(0, 17) + '2');
    await page.getByText(words.wrong).waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.type('１');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type(FAMILY.father);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type(FAMILY.mother);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 2, name: words.said }).waitFor();
    expect(await child.inputValue()).toBe(FAMILY.child);
    expect(await page.locator('.decision').innerText()).toContain('厦教基〔2016〕1号');
    expect(await page.locator('.decision table').last().innerText()).toContain(words.fresh);
    await officer!.accessible();
  });

  it('hands out the receipt of the look and a sheet for the family', async () => {
    const { page } = await sit('入学受理', 'zh-CN');
    await page.getByRole('button', { name: '条件齐备' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载回执' }).click();

    expect(readFileSync((await (await download).path())!, 'utf8')).toContain('c2sp.org/tlog-proof');
    await page.emulateMedia({ media: 'print' });
    await page.getByText('积分入学核验告知单').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    const sheet = await page.locator('main').innerText();
    expect(sheet).toContain('990301********0111');
    expect(sheet).not.toContain(FAMILY.child);
  });

  it('keeps what was typed when the session ends, and goes on after signing in again', async () => {
    const { page, context } = await sit('入学受理', 'zh-CN');
    await page.getByLabel('儿童公民身份号码').fill(FAMILY.child);
    await page.getByLabel('家长 1 公民身份号码').fill(FAMILY.father);
    await context.clearCookies();
    await page.getByRole('button', { name: '核验', exact: true }).click();

    await page.getByRole('alertdialog').waitFor();
    await officer!.accessible();
    await page.getByRole('button', { name: /以原岗位继续/ }).click();

    await page.locator('.decision h2').waitFor();
    expect(await page.getByLabel('儿童公民身份号码').inputValue()).toBe(FAMILY.child);
  });

  it('says which department is down and keeps the answer, and names the field that does not fit', async () => {
    const { page } = await sit('入学受理', 'zh-CN');
    await page.getByRole('button', { name: '未满入学年龄' }).click();
    await page.getByRole('heading', { name: '时候未到' }).waitFor();
    await page.route('**/v1/admissions:verify', (route) =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"status":503,"reason":"UNAVAILABLE"}' }));
    await page.getByRole('button', { name: '核验', exact: true }).click();

    await page.getByText('教育部门的服务暂时联系不上').waitFor();
    await page.getByText('仍显示').waitFor();
    await officer!.accessible();
    await page.unroute('**/v1/admissions:verify');
    await page.getByLabel('学年').fill('1999');
    await page.getByRole('button', { name: '核验', exact: true }).click();
    await page.getByText('学年应在 2000 至 2100 之间').waitFor();
  });

  it('lets the officer set a proposed refusal aside, with reason and article', async () => {
    const { page } = await sit('入学受理', 'zh-CN');
    await page.getByRole('button', { name: '居住年限不足' }).click();
    await page.getByRole('heading', { name: '不符合条件（建议）' }).waitFor();
    await page.getByRole('button', { name: '撤销这个建议' }).click();
    await page.getByText('请填写理由').waitFor();
    await officer!.accessible();
    await page.getByLabel('理由（告知申请人').fill('居住登记有误，已更正');
    await page.getByRole('button', { name: '撤销这个建议' }).click();

    await page.getByText('siming-admission-1 于').waitFor();
    await page.getByText('已撤销').waitFor();
  });

  it('answers a list, filters it by decision and exports it with its mark', async () => {
    const { page } = await sit('入学受理', 'zh-CN');
    await page.getByRole('button', { name: '批量名单' }).click();
    const list = `child_id,guardian1_id,guardian2_id\n${FAMILY.child},${FAMILY.father},${FAMILY.mother}\n990301201908300112,${FAMILY.father},\n`;
    await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
    await page.getByText('已核验 2 / 2').waitFor();
    await page.getByText('校验码不符').waitFor();
    await officer!.accessible();
    await page.getByLabel('筛选结论').selectOption('OUTCOME_ELIGIBLE');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出结果' }).click();

    const file = readFileSync((await (await download).path())!, 'utf8');
    expect(file.split('\r\n')[0]).toContain('siming-admission-1');
    expect(file).toContain(FAMILY.child);
    expect(file).not.toContain('990301201908300112');
    await page.getByRole('button', { name: FAMILY.child }).click();
    await page.getByRole('heading', { name: '符合条件' }).waitFor();
  });
});

describe('the other desks', () => {
  it.each([
    ['zh-CN', '社保窗口', '查询', '缴费月历', '襄阳市'],
    ['en', 'Insurance counter', 'Look up', 'Month by month', 'Xiangyang'],
  ] as const)('insurance shows months and the place of pension, in %s', async (language, desk, ask, title, place) => {
    const { page } = await sit(desk, language);
    await page.locator('.id-input input').fill(MS_ZHANG);
    await page.getByRole('button', { name: ask, exact: true }).click();

    await page.getByRole('heading', { name: title }).waitFor();
    await page.locator('.decision h2').waitFor();
    expect(await page.locator('.kinds').innerText()).toContain(place);
    await officer!.accessible();
  });

  it.each([
    ['zh-CN', '派出所窗口', '查询并核验', '申领条件核验'],
    ['en', 'Police window', 'Look up and check', 'Conditions of an application'],
  ] as const)('the police window shows permit and conditions, in %s', async (language, desk, ask, title) => {
    const { page } = await sit(desk, language);
    await page.locator('.id-input input').fill('990101199506120117');
    await page.getByRole('button', { name: ask }).click();

    await page.getByRole('heading', { name: title }).waitFor();
    await page.locator('.decision h2').waitFor();
    await officer!.accessible();
  });

  it.each([
    ['zh-CN', '预防接种单位', '评估', '漏种剂次'],
    ['en', 'Vaccination unit', 'Assess', 'Missing doses'],
  ] as const)('the vaccination unit names missing doses, in %s', async (language, desk, ask, title) => {
    const { page } = await sit(desk, language);
    await page.locator('.id-input input').fill('990301201903020225');
    await page.getByRole('button', { name: ask, exact: true }).click();

    await page.getByRole('heading', { name: title, exact: true }).waitFor();
    expect(await page.locator('.doses').innerText()).toContain('DTaP5');
    await officer!.accessible();
  });

  it.each([
    ['zh-CN', '交换运行', '居住登记', '已读到最新'],
    ['en', 'Exchange health', 'Residence registration', 'all read'],
  ] as const)('operators see every road, live, in %s', async (language, desk, dataset, level) => {
    const { page } = await sit(desk, language);
    const road = page.locator('.road').filter({ hasText: dataset });
    await road.getByText(level).first().waitFor();
    const before = await page.locator('.head .small').innerText();
    await expect.poll(() => page.locator('.head .small').innerText(), { timeout: 10_000 }).not.toBe(before);
    await officer!.accessible();
  });

  it.each([
    ['zh-CN', '入学受理', '条件齐备', '居民本人', '教育部门 · 入学受理岗', '核验入学条件', '居住登记（公安部门）', '您本人'],
    ['en', 'Admission', 'All met', 'Resident', 'Education · admission office', 'Conditions for a school place were checked', '(Public security)', 'Yourself'],
  ] as const)('a resident lands on who looked at her data, in %s', async (language, office, family, desk, looked, action, data, self) => {
    const { page: counter } = await sit(office, language);
    await counter.getByRole('button', { name: family }).click();
    await counter.locator('.decision h2').waitFor();
    await officer!.leave();

    const { page } = await sit(desk, language);
    const row = page.locator('tbody tr').filter({ hasText: looked }).first();
    await row.getByText(action).waitFor();
    expect(await row.innerText()).toContain(data);
    expect(await page.locator('main').innerText()).not.toContain('siming-admission-1');
    await officer!.accessible();
    await page.reload();
    await page.locator('tbody tr').filter({ hasText: self }).first().waitFor();
  });

  it('filters the looks by department and time, and says when there is none', async () => {
    const { page } = await sit('居民本人', 'zh-CN');
    await page.locator('tbody tr').first().waitFor();
    await page.getByLabel('部门').selectOption('health');
    await expect.poll(async () => (await page.locator('tbody tr').allInnerTexts()).every((row) => row.includes('onepermit/health'))).toBe(true);
    await page.getByLabel('至', { exact: true }).fill('2020-01-01');
    await page.getByText('没有记录').waitFor();
    await officer!.accessible();
    await page.getByRole('button', { name: '全部记录' }).click();
    await page.locator('tbody tr').first().waitFor();
  });

  it('names the department whose looks are missing, and keeps those of the others', async () => {
    const { page } = await sit('居民本人', 'zh-CN');
    await page.route('**/v1/usage:find', (route) =>
      route.fulfill({ contentType: 'application/json', body: '{"usages":[],"missing":[{"department":"health","reason":"UNAVAILABLE"}]}' }));
    await page.reload();
    await page.getByText('卫健部门暂时没有答复').waitFor();
    await officer!.accessible();
    await page.unroute('**/v1/usage:find');
    await page.getByRole('button', { name: '重试' }).click();
    await page.locator('tbody tr').first().waitFor();
  });

  it('supervision reads its monthly table and takes it out with its mark', async () => {
    const { page } = await sit('监督检查', 'zh-CN');
    await page.getByRole('heading', { name: '监督月报' }).waitFor();
    await expect.poll(() => page.locator('tbody tr').count()).toBeGreaterThanOrEqual(4 * 7);
    await officer!.accessible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出结果' }).click();

    const file = readFileSync((await (await download).path())!, 'utf8');
    expect(file.split('\r\n')[0]).toContain('siming-supervisor-1');
    expect(file).toContain('公安部门');
  });

  it.each([['zh-CN', '监督检查'], ['en', 'Integrators']] as const)('lands on its own, in %s', async (language, desk) => {
    await sit(desk, language);
    await officer!.page.locator('.road, .card').first().waitFor();
    await officer!.accessible();
  });
});

it('the page of signing in is accessible, and holds at twice the size', async () => {
  const { page } = await sit('入学受理', 'zh-CN');
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByRole('heading', { name: '选择岗位登录' }).waitFor();
  await officer!.accessible();
  await page.setViewportSize({ width: 640, height: 450 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(page.url().startsWith(GATEWAY)).toBe(true);
});
