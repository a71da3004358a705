import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { seats } from './browser';

const sit = seats();

it('supervision reads its monthly table and takes it out with its mark', async () => {
  const officer = await sit('监督检查', 'zh-CN');
  const { page } = officer;
  await page.getByRole('heading', { name: '监督月报' }).waitFor();
  await expect.poll(() => page.locator('tbody tr').count()).toBeGreaterThanOrEqual(4 * 7);
  await officer.accessible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出结果' }).click();

  const file = readFileSync((await (await download).path())!, 'utf8');
  expect(file.split('\r\n')[0]).toContain('siming-supervisor-1');
  expect(file).toContain('公安部门');
});

it.each([['zh-CN', '监督检查'], ['en', 'Integrators']] as const)('lands on its own, in %s', async (language, desk) => {
  const officer = await sit(desk, language);
  await officer.page.locator('.road, .card').first().waitFor();
  await officer.accessible();
});
