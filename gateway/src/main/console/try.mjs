import { chromium } from 'playwright-core';
const [,, base, lang, desk, ...steps] = process.argv;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const c = await b.newContext({ viewport: { width: 1360, height: 900 } });
await c.addInitScript((l) => localStorage.setItem('onepermit.language', l), lang);
const p = await c.newPage();
p.on('console', m => { if (m.type() === 'error' || m.type() === 'warning') console.log('CONSOLE', m.text().slice(0, 300)); });
p.on('pageerror', e => console.log('ERR', String(e)));
p.on('response', async r => { if (r.url().includes('/console/api') && !r.ok()) console.log(r.status(), r.url(), (await r.text()).slice(0, 300)); });
await p.goto(base + '/');
await p.getByRole('button', { name: desk }).first().click();
await p.getByRole('heading', { level: 1 }).waitFor();
for (const s of steps) {
  const [verb, a, v] = s.split('|');
  try {
    if (verb === 'b') await p.getByRole('button', { name: a, exact: true }).first().click();
    if (verb === 'fill') await p.locator(a).first().fill(v);
    if (verb === 'label') await p.getByLabel(a).first().fill(v);
    if (verb === 'sel') await p.getByLabel(a).first().selectOption(v);
    if (verb === 'wait') await p.waitForTimeout(Number(a));
    if (verb === 'text') await p.getByText(a).first().waitFor({ timeout: 5000 });
    if (verb === 'shot') await p.screenshot({ path: a, fullPage: true });
    if (verb === 'say') console.log((await p.locator(a).allInnerTexts()).join('\n').slice(0, 1500));
    if (verb === 'go') await p.goto(base + a);
  } catch (e) { console.log('STEP FAILED', s, String(e).slice(0, 300)); break; }
}
await b.close();
