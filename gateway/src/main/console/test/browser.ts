import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const GATEWAY = process.env.ONEPERMIT_CONSOLE ?? 'http://localhost:8080';
export type Language = 'zh-CN' | 'en';

/** People of the demonstration city; nobody of them exists. */
export const FAMILY = { child: '990301201908300111', father: '990305198705040111', mother: '990305198908210125' };
export const MS_ZHANG = '990102197104080041';

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.ONEPERMIT_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** An officer's own browser window. What it asks of anybody but the gateway, and what the page's policy stops, fails the test. */
export class Officer {
  readonly faults: string[] = [];

  private constructor(readonly context: BrowserContext, readonly page: Page, readonly language: Language) {}

  static async at(browser: Browser, desk: string, language: Language): Promise<Officer> {
    const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, acceptDownloads: true });
    await context.addInitScript((chosen) => localStorage.setItem('onepermit.language', chosen), language);
    const page = await context.newPage();
    const officer = new Officer(context, page, language);
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(GATEWAY) && !/^(data|blob):/.test(url)) officer.faults.push('asked ' + url);
    });
    page.on('pageerror', (error) => officer.faults.push(String(error)));
    page.on('console', (message) => {
      if (/Content Security Policy|Warning:/.test(message.text())) officer.faults.push(message.text());
    });
    await page.goto(GATEWAY + '/');
    await page.getByRole('button', { name: desk }).first().click();
    await page.getByRole('navigation').waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    return officer;
  }

  /** Nothing that axe finds, on what is shown now. */
  async accessible(): Promise<void> {
    await this.page.evaluate(AXE);
    const found = await this.page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } }).axe.run();
      return violations.map((each) => `${each.id}: ${each.nodes.slice(0, 3).map((node) => node.html.slice(0, 200) + ' ' + node.failureSummary).join(' | ')}`);
    });
    expect(found).toEqual([]);
  }

  /** As the page itself asks, with the session and its token against forgery. */
  async ask(path: string, body: unknown): Promise<{ status: number; answer: Record<string, unknown> }> {
    return this.page.evaluate(async ([to, text]) => {
      const token = decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)![1]!);
      const answer = await fetch('/console/api' + to, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token }, body: text! });
      return { status: answer.status, answer: (await answer.json()) as Record<string, unknown> };
    }, [path, JSON.stringify(body)] as const);
  }

  async leave(): Promise<void> {
    await this.context.close();
    expect(this.faults).toEqual([]);
  }
}
