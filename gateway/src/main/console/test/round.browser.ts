import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seats } from './browser';
import type { Officer } from './browser';

const ROUND = '350203-2025';
const NEAR = '350203PG01';
const FAR = '350203PG02';
const HOME_AND_YEARS = { childId: '990301201908300111', guardians: ['990305198705040111', '990305198908210125'] };
const NO_HOME = { childId: '990301201903020225', guardians: ['990305198705040410', '990305198908210424'] };
const context = { purpose: 'PURPOSE_SCHOOL_ADMISSION', caseRef: 'E2E-CONSOLE' };

const sit = seats();

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
    const officer = await sit('入学受理', 'zh-CN');
    const { page } = officer;
    await aRound(officer);
    await page.getByRole('button', { name: '一个学年的招生' }).click();
    await page.getByLabel('批次（区划-学年）').fill('350203-1999');
    await page.getByRole('button', { name: '查看' }).click();
    await page.getByText('没有这个批次').first().waitFor();

    await page.getByLabel('批次（区划-学年）').fill(ROUND);
    await page.getByRole('button', { name: '查看' }).click();
    await officer.go('试算');
    await page.getByText('2 份申请：名次变化 0，学校变化 0').waitFor();
    await page.getByRole('img', { name: '各校学位与需求' }).locator('canvas').waitFor();
    await page.getByLabel(`学位 ${NEAR}`).fill('2');

    await page.getByText('学校变化 1').waitFor();
    expect(await page.getByRole('group', { name: '变化明细' }).innerText()).toContain(`${FAR} → ${NEAR}`);
    expect(await page.locator('main').innerText()).not.toContain(NO_HOME.childId);
    await officer.accessible();
    await officer.fitsAtTwiceTheSize();
  });

  it.each([
    ['zh-CN', '入学受理', '一个学年的招生', '批次（区划-学年）', '查看', '公示名单', '异议', '还没有排名'],
    ['en', 'Admission', 'Admission of a year', 'Round (division-school year)', 'Open', 'Published list', 'Objections', 'Nothing is ranked yet'],
  ] as const)('is ranked, published without names, objected to, and allocated no earlier than it may be, in %s', async (language, desk, way, id, open, list, objections, early) => {
    const officer = await sit(desk, language);
    const { page } = officer;
    const en = language === 'en';
    await aRound(officer);
    await officer.go(way);
    await page.getByLabel(id).fill(ROUND);
    await page.getByRole('button', { name: open, exact: true }).click();
    await page.getByRole('heading', { level: 2, name: ROUND }).waitFor();
    await officer.accessible();
    await officer.go(list);
    await page.getByRole('heading', { name: list }).or(page.locator('.nothing').filter({ visible: true })).first().waitFor();

    await officer.go(objections);
    await page.getByRole('heading', { level: 2, name: objections }).waitFor();
    await page.getByLabel(en ? 'Application' : '申请编号').fill(`${ROUND}-000001`);
    await page.getByLabel(en ? 'Statement (no ID numbers)' : '陈述（不写证件号码）').fill('参保月数少计 990301201903020225');
    await page.getByRole('button', { name: en ? 'Record an objection' : '登记异议' }).click();
    await page.getByText(en ? 'without ID numbers' : '陈述中不写证件号码').waitFor();
    await officer.accessible();

    await officer.go(en ? 'Seats' : '派位');
    await page.getByRole('img', { name: en ? 'Seats against demand' : '各校学位与需求' }).locator('canvas').waitFor();
    await page.getByRole('button', { name: en ? 'Allocate the seats' : '派位', exact: true }).last().click();
    await page.getByRole('button', { name: en ? 'Yes: Allocate the seats' : '确定派位' }).click();
    await page.getByText(early).or(page.getByText(en ? 'still being published' : '公示还没有期满')).first().waitFor();
    await officer.accessible();
    await officer.fitsAtTwiceTheSize();
  });

  it('shows the published list, takes it out with its mark, and shows what the validator said and who moved up', async () => {
    const officer = await sit('入学受理', 'zh-CN');
    const { page } = officer;
    await aRound(officer);
    // A list is published for days and allocated afterwards, for which no test waits: what the department would say is said here.
    const lines = Array.from({ length: 3 }, (_, n) => ({ rank: n + 1, number: `${ROUND}-00000${n + 1}`, points: 90 - n, decidedBy: n ? 'POINTS' : '' }));
    const placement = (n: number, standing: string) => ({ number: `${ROUND}-00000${n}`, rank: n, school: standing === 'WAITING' ? '' : NEAR, preference: 1, standing, etag: '1' });
    await page.route('**/v1/rankings:list', (route) => route.fulfill({ json: { ranking: { generation: 1, publishedFrom: '2026-05-01', publishedTo: '2026-05-06', seed: 'ab12', applications: 3 }, lines } }));
    await page.route('**/v1/allocations:allocate', (route) => route.fulfill({ json: { generation: 1, placed: 1, waiting: 2, allocationMicros: '1500', schools: [{ school: NEAR, seats: 1, firstPreferences: 3, allPreferences: 3, placed: 1 }] } }));
    await page.route('**/v1/allocations:list', (route) => route.fulfill({ json: { placements: [placement(1, 'PLACED'), placement(2, 'WAITING')] } }));
    await page.route('**/v1/allocations:giveBack', (route) => route.fulfill({ json: { movedUp: [placement(2, 'PLACED')] } }));
    await officer.go('一个学年的招生');
    await page.getByLabel('批次（区划-学年）').fill(ROUND);
    await officer.go('查看');
    await page.getByRole('group', { name: '公示名单' }).getByText(`${ROUND}-000003`).waitFor();
    await officer.accessible();
    const download = page.waitForEvent('download');
    await officer.go('导出结果');
    const file = readFileSync((await (await download).path())!, 'utf8');
    expect(file.split('\r\n')[0]).toContain('siming-admission-1');
    expect(file).toContain(`${ROUND}-000001`);

    await officer.go('派位');
    await page.getByRole('button', { name: '派位', exact: true }).last().click();
    await officer.go('确定派位');
    await page.getByText('独立校验通过').waitFor();
    const row = page.getByRole('group', { name: '派位结果与候补名单' }).locator('tbody tr').first();
    await row.getByRole('button', { name: '放弃' }).click();
    await officer.go('确定放弃');
    await page.getByText(`递补：${ROUND}-000002`).waitFor();
    await officer.accessible();
    await page.unrouteAll({ behavior: 'wait' });
  });
});
