import { expect, it } from 'vitest';
import { seats } from './browser';

const sit = seats();

it.each([
  ['zh-CN', '教育协议管理', '数源部门', '向公安部门申请数据', '入学', '法律依据（文件和条款）', '提出申请', '待答复', '公安协议管理', '不同意', '理由（对方可见）', '确定不同意', '未同意'],
  ['en', 'Agreements, education', 'Owner of the data', 'Ask Public security for data', 'school admission', 'Legal basis (document and article)', 'Send the request', 'asked for', 'Agreements, public security', 'Refuse', 'Reason (the other side reads it)', 'Yes: Refuse', 'refused'],
] as const)('one department asks with its law, the owner answers with a reason, in %s', async (language, asking, owner, ask, purpose, law, send, waits, owning, refuse, reason, sure, refused) => {
  const basis = `《义务教育法》第十二条 E2E ${language} ${Date.now()}`;
  const consumer = await sit(asking, language);
  await consumer.page.getByLabel(owner).selectOption('permit');
  await consumer.page.getByRole('button', { name: ask }).click();
  await consumer.page.locator('fieldset', { hasText: 'dwelling' }).locator('input[type=checkbox]').first().check();
  await consumer.page.getByLabel(purpose, { exact: true }).check();
  await consumer.page.locator('input[type=date]').last().fill(`${new Date().getFullYear() + 1}-12-31`);
  await consumer.page.getByLabel(law).fill(basis);
  await consumer.accessible();
  await consumer.page.getByRole('button', { name: send }).click();
  const asked = consumer.page.locator('tbody tr').filter({ hasText: waits }).last();
  await asked.waitFor();
  const id = await asked.getByRole('button').innerText();

  const { page } = await sit(owning, language);
  await page.getByRole('button', { name: id }).click();
  await page.getByText(basis).first().waitFor();
  await page.getByRole('button', { name: refuse, exact: true }).click();
  await page.getByLabel(reason).fill('E2E：申请超出履行职责所需');
  await page.getByRole('button', { name: sure }).click();
  await page.locator('tbody tr').filter({ hasText: id }).getByText(refused).waitFor();
  await page.locator('.card h2', { hasText: id }).waitFor();
});

it('an owner sees what is in force, its law and its fields, and what each act would do', async () => {
  const officer = await sit('公安协议管理', 'zh-CN');
  const { page } = officer;
  const first = page.getByRole('button', { name: 'permit-education-admission' });
  await first.click();
  await page.getByText('《义务教育法》第十二条').first().waitFor();
  await page.getByRole('button', { name: '暂停' }).waitFor();
  await page.getByRole('button', { name: '缩减' }).click();
  await page.getByText('随即生效，不需要同意').waitFor();
  await expect.poll(() => page.locator('fieldset').count()).toBeGreaterThan(2);
  await officer.accessible();
  await officer.fitsAtTwiceTheSize();
});
