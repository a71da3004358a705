import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAMILY, seats } from './browser';

const sit = seats();

const ADMISSION = {
  'zh-CN': { desk: '入学受理', child: '儿童公民身份号码', first: '家长 1 公民身份号码', second: /家长 2 公民身份号码/, ask: '核验', said: '符合条件', wrong: '校验码不符', receipt: '下载回执', fresh: '秒前' },
  en: { desk: 'Admission', child: "Child's citizen ID number", first: 'Parent 1: citizen ID number', second: /Parent 2: citizen ID number/, ask: 'Verify', said: 'Eligible', wrong: 'check digit', receipt: 'Download receipt', fresh: 's ago' },
} as const;

describe('the admission desk', () => {
  it.each(['zh-CN', 'en'] as const)('answers for a family by keyboard alone, in %s', async (language) => {
    const words = ADMISSION[language];
    const officer = await sit(words.desk, language);
    const { page } = officer;
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
    await officer.accessible();
  });

  it('hands out the receipt of the look and a sheet for the family', async () => {
    const officer = await sit('入学受理', 'zh-CN');
    const { page } = officer;
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
    const officer = await sit('入学受理', 'zh-CN');
    const { page, context } = officer;
    await page.getByLabel('儿童公民身份号码').fill(FAMILY.child);
    await page.getByLabel('家长 1 公民身份号码').fill(FAMILY.father);
    await context.clearCookies();
    await page.getByRole('button', { name: '核验', exact: true }).click();

    await page.getByRole('alertdialog').waitFor();
    await officer.accessible();
    await page.getByRole('button', { name: /以原岗位继续/ }).click();

    await page.locator('.decision h2').waitFor();
    expect(await page.getByLabel('儿童公民身份号码').inputValue()).toBe(FAMILY.child);
  });

  it('says which department is down and keeps the answer, and names the field that does not fit', async () => {
    const officer = await sit('入学受理', 'zh-CN');
    const { page } = officer;
    await page.getByRole('button', { name: '未满入学年龄' }).click();
    await page.getByRole('heading', { name: '时候未到' }).waitFor();
    await page.route('**/v1/admissions:verify', (route) =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"status":503,"reason":"UNAVAILABLE"}' }));
    await page.getByRole('button', { name: '核验', exact: true }).click();

    await page.getByText('教育部门的服务暂时联系不上').waitFor();
    await page.getByText('仍显示').waitFor();
    await officer.accessible();
    await page.unroute('**/v1/admissions:verify');
    await page.getByLabel('学年').fill('1999');
    await page.getByRole('button', { name: '核验', exact: true }).click();
    await page.getByText('学年应在 2000 至 2100 之间').waitFor();
  });

  it('lets the officer set a proposed refusal aside, with reason and article', async () => {
    const officer = await sit('入学受理', 'zh-CN');
    const { page } = officer;
    await page.getByRole('button', { name: '居住年限不足' }).click();
    await page.getByRole('heading', { name: '不符合条件（建议）' }).waitFor();
    await page.getByRole('button', { name: '撤销这个建议' }).click();
    await page.getByText('请填写理由').waitFor();
    await officer.accessible();
    await page.getByLabel('理由（告知申请人').fill('居住登记有误，已更正');
    await page.getByRole('button', { name: '撤销这个建议' }).click();

    await page.getByText('siming-admission-1 于').waitFor();
    await page.getByText('已撤销').waitFor();
  });

  it('answers a list, filters it by decision and exports it with its mark', async () => {
    const officer = await sit('入学受理', 'zh-CN');
    const { page } = officer;
    await page.getByRole('button', { name: '批量名单' }).click();
    const list = `child_id,guardian1_id,guardian2_id\n${FAMILY.child},${FAMILY.father},${FAMILY.mother}\n990301201908300112,${FAMILY.father},\n`;
    await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
    await page.getByText('已核验 2 / 2').waitFor();
    await page.getByText('校验码不符').waitFor();
    await officer.accessible();
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
