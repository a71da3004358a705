import { expect, it } from 'vitest';
import { seats } from './browser';
import type { Officer } from './browser';

const sit = seats();
const HOLDER = '990101199506120117';
const context = { purpose: 'PURPOSE_PERMIT_APPLICATION', caseRef: 'E2E-CONSOLE' };

it.each([
  ['zh-CN', '派出所窗口', '查询并核验', '申领条件核验'],
  ['en', 'Police window', 'Look up and check', 'Conditions of an application'],
] as const)('the police window shows permit and conditions, in %s', async (language, desk, ask, title) => {
  const officer = await sit(desk, language);
  const { page } = officer;
  await officer.idField.fill('990101199506120117');
  await page.getByRole('button', { name: ask }).click();

  await page.getByRole('heading', { name: title }).waitFor();
  await page.locator('.decision h2').waitFor();
  await officer.accessible();
});

interface Answer {
  permit?: { number: string; status: string };
  application?: { id: string };
  etag?: string;
}

/** A permit of eleven months and a half: its endorsement is open. What an earlier run left stays. */
async function aPermit(officer: Officer): Promise<string> {
  const held = await permitOf(officer);
  if (held) return held.number;
  const on = new Date(Date.now() - 345 * 86_400_000).toISOString().slice(0, 10);
  const ask = async (verb: string, body: object) => (await officer.ask('/v1/permitApplications:' + verb, { requestId: crypto.randomUUID(), context, ...body })).answer as Answer;
  const opened = await ask('open', { citizenId: HOLDER, openedOn: on });
  const applicationId = opened.application!.id;
  const submitted = await ask('submit', { applicationId, etag: opened.etag, submittedOn: on, materials: [{ kind: 'PHOTO', sha256: '0'.repeat(64) }] });
  await ask('decide', { applicationId, etag: submitted.etag, act: 'APPLICATION_ACT_ISSUE', decidedOn: on });
  return (await permitOf(officer))!.number;
}

async function permitOf(officer: Officer) {
  return ((await officer.ask('/v1/permits:get', { citizenId: HOLDER, context })).answer as Answer).permit;
}

it.each([
  ['zh-CN', '派出所窗口', '查询并核验', '的二维码', '待签注', '持证人公民身份号码', '这个号码名下的居住证不是这一张'],
  ['en', 'Police window', 'Look up and check', 'Code of the permit', 'Due for endorsement', "Holder's citizen ID number", 'The permit of this number is another one'],
] as const)('a permit has its code, and one that is due is endorsed for its holder alone, in %s', async (language, desk, ask, code, way, id, other) => {
  const officer = await sit(desk, language);
  const { page } = officer;
  const number = await aPermit(officer);
  await page.goto(page.url() + '?permit=' + number);
  await officer.idField.fill(HOLDER);
  await page.getByRole('button', { name: ask }).click();
  await page.getByRole('img', { name: code }).waitFor();
  expect(await page.locator('.ecard').innerText()).toContain(number);
  expect(await page.locator('[role=status]').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining(number)]));
  await officer.accessible();
  await officer.fitsAtTwiceTheSize();

  await officer.go(way);
  await page.getByRole('heading', { level: 2, name: way }).waitFor();
  await page.locator('[aria-labelledby=due] .source').waitFor();
  await officer.accessible();
  const row = page.getByRole('group', { name: way }).locator('tbody tr').filter({ hasText: number });
  if (!(await row.count())) return;
  expect(await row.innerText()).not.toContain(HOLDER);
  await row.getByRole('button').click();
  await page.getByLabel(id, { exact: false }).fill('990101199411030127');
  await page.keyboard.press('Enter');
  await page.getByText(other).waitFor();
  if (language === 'zh-CN') return;
  await page.getByLabel(id, { exact: false }).fill(HOLDER);
  await page.keyboard.press('Enter');
  await row.waitFor({ state: 'detached' });
  expect((await permitOf(officer))!.status).toBe('PERMIT_STATUS_ACTIVE');
});

it.each([
  ['zh-CN', '派出所窗口', '在办申请', '没有在办的申请。', '办证点与叫号', '本区划没有登记办证点。'],
  ['en', 'Police window', 'Applications', 'No application is under way.', 'Stations and queue', 'No station of this division is on record.'],
] as const)('applications and stations say where they come from, or that there are none, in %s', async (language, desk, applications, noApplication, stations, noStation) => {
  const officer = await sit(desk, language);
  const { page } = officer;
  for (const [way, none] of [[applications, noApplication], [stations, noStation]] as const) {
    await officer.go(way);
    await page.getByRole('group', { name: way }).or(page.getByText(none)).first().waitFor();
    await officer.accessible();
    await officer.fitsAtTwiceTheSize();
  }
});

it('gives a number, calls it, and books a day that is free', async () => {
  const officer = await sit('派出所窗口', 'zh-CN');
  const { page } = officer;
  // A station is brought in by a file of the department, which no page can do: what the department would say is said here.
  const station = { code: 'SM-01', name: '思明办证点', division: '350203', channel: 'POLICE_STATION', windows: 2, dailyQuota: 20 };
  await page.route('**/v1/stations:list', (route) => route.fulfill({ json: { stations: [station] } }));
  await page.route('**/v1/stations:findSlots', (route) => route.fulfill({ json: { slots: [{ station: 'SM-01', day: '2030-01-07', free: 3 }] } }));
  await page.route('**/v1/stations:takeNumber', (route) => route.fulfill({ json: { number: 12, halfDay: 'MORNING', waiting: 2 } }));
  await page.route('**/v1/stations:callNext', (route) => route.fulfill({ json: { number: 10, waiting: 2 } }));
  await page.route('**/v1/appointments:book', (route) => route.fulfill({ json: { offers: [{ station: 'SM-01', day: '2030-01-08', free: 5 }] } }));
  await officer.go('办证点与叫号');
  await officer.go('取号');
  await page.getByText('12 号，前面 2 位').waitFor();
  await officer.go('叫下一位');
  await page.getByText('请 10 号').waitFor();
  await page.getByLabel('公民身份号码', { exact: false }).last().fill(HOLDER);
  await page.getByRole('button', { name: '预约', exact: true }).click();
  await page.getByText('这一天已约满').waitFor();
  await page.getByRole('button', { name: /2030-01-08，余 5 个/ }).waitFor();
  await officer.accessible();
  await officer.fitsAtTwiceTheSize();
  await page.unrouteAll({ behavior: 'wait' });
});
