import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, Officer } from './browser';

const ROUND = '350203-2025';
const NEAR = '350203PG01';
const FAR = '350203PG02';
const HOME_AND_YEARS = { childId: '990301201908300111', guardians: ['990305198705040111', '990305198908210125'] };
const NO_HOME = { childId: '990301201903020225', guardians: ['990305198705040410', '990305198908210424'] };
const context = { purpose: 'PURPOSE_SCHOOL_ADMISSION', caseRef: 'E2E-CONSOLE' };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** One seat at the near school that both families of the demonstration city want most; what an earlier run left stays. */
async function aRound(officer: Officer) {
  const today = new Date().toISOString().slice(0, 10);
  await officer.ask('/v1/admissionRounds:open', {
    division: '350203', schoolYear: 2025, opens: '2025-07-01', closes: `${Number(today.slice(0, 4)) + 1}-12-31`,
    seats: [{ school: NEAR, seats: 1 }, { school: FAR, seats: 5 }], requestId: crypto.randomUUID(),
  });
  for (const family of [HOME_AND_YEARS, NO_HOME]) {
    await officer.ask('/v1/schoolApplications:handIn', {
      round: ROUND, childId: family.childId, guardians: family.guardians.map((citizenId) => ({ citizenId })),
      preferences: [NEAR, FAR], requestId: crypto.randomUUID(), context,
    });
  }
}

describe('the admission of a year', () => {
  it('shows seats against demand, and who would move with a seat more', async () => {
    const officer = await Officer.at(browser, '入学受理', 'zh-CN');
    const { page } = officer;
    await aRound(officer);
    await page.getByRole('button', { name: '一个学年的招生' }).click();
    await page.getByLabel('批次（区划-学年）').fill('350203-1999');
    await page.getByRole('button', { name: '查看' }).click();
    await page.getByText('没有这个批次').first().waitFor();

    await page.getByLabel('批次（区划-学年）').fill(ROUND);
    await page.getByRole('button', { name: '查看' }).click();
    await page.getByText('2 份申请：名次变化 0，学校变化 0').waitFor();
    await page.getByRole('img', { name: '各校学位与需求' }).locator('canvas').waitFor();
    await page.getByLabel(`学位 ${NEAR}`).fill('2');

    await page.getByText('学校变化 1').waitFor();
    expect(await page.getByRole('region', { name: '变化明细' }).innerText()).toContain(`${FAR} → ${NEAR}`);
    expect(await page.locator('main').innerText()).not.toContain(NO_HOME.childId);
    await officer.accessible();
    await officer.leave();
  });
});
