import { describe, expect, it } from 'vitest';
import { GATEWAY, seats } from './browser';

const sit = seats();

const DESKS = [
  ['zh-CN', '入学受理'], ['zh-CN', '社保窗口'], ['zh-CN', '派出所窗口'], ['zh-CN', '预防接种单位'], ['zh-CN', '积分受理'], ['zh-CN', '公安协议管理'],
  ['zh-CN', '监督检查'], ['zh-CN', '交换运行'], ['zh-CN', '接入方'], ['zh-CN', '居民本人'],
  ['en', 'Admission'], ['en', 'Insurance counter'], ['en', 'Police window'], ['en', 'Vaccination unit'], ['en', 'Permit points'], ['en', 'Agreements, public security'],
  ['en', 'Supervision'], ['en', 'Exchange health'], ['en', 'Integrators'], ['en', 'Resident'],
] as const;

describe('every page of every desk', () => {
  it.each(DESKS)('is accessible, fits at twice the size and speaks one language: %s %s', async (language, desk) => {
    const officer = await sit(desk, language);
    const { page } = officer;
    const parts = page.locator('.head [role=group] button');
    const pages = Math.max(1, await parts.count());
    for (let each = 0; each < pages; each++) {
      if (await parts.count()) await parts.nth(each).click();
      await page.locator('.bones').first().waitFor({ state: 'hidden' });
      await officer.accessible();
      await officer.fitsAtTwiceTheSize();
      if (language === 'en') expect((await page.locator('main h1, main h2, main label, main button').allInnerTexts()).filter((text) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
    }
  });
});

it('the page of signing in is accessible, and holds at twice the size', async () => {
  const officer = await sit('入学受理', 'zh-CN');
  const { page } = officer;
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByRole('heading', { name: '选择岗位登录' }).waitFor();
  await officer.accessible();
  await officer.fitsAtTwiceTheSize();
  expect(page.url().startsWith(GATEWAY)).toBe(true);
});

it('every part of a desk is reached and opened by keyboard alone', async () => {
  const officer = await sit('派出所窗口', 'zh-CN');
  const { page } = officer;
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  for (let pressed = 0; pressed < 20 && (await focused()) !== '待签注'; pressed++) await page.keyboard.press('Tab');
  expect(await focused()).toBe('待签注');
  expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).not.toBe('none');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: '待签注' }).waitFor();
});
