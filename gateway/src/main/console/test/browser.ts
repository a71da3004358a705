import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const GATEWAY = process.env.ONEPERMIT_CONSOLE ?? 'http://localhost:8080';
const STEP = 15_000;
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
    context.setDefaultTimeout(STEP);
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

  /** The field of a citizen ID on what is shown now. */
  get idField() {
    return this.page.locator('.id-input input').filter({ visible: true }).first();
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

  /** The same with one line of a stream. */
  async stream(path: string, line: unknown): Promise<void> {
    const status = await this.page.evaluate(async ([to, text]) => {
      const token = decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)![1]!);
      const answer = await fetch('/console/api' + to, { method: 'POST', headers: { 'Content-Type': 'application/x-ndjson', 'X-XSRF-TOKEN': token }, body: text! + '\n' });
      await answer.text();
      return answer.status;
    }, [path, JSON.stringify(line)] as const);
    expect(status).toBe(200);
  }

  /** Everything is there without scrolling sideways on a window of half the width, which is what twice the size leaves. */
  async fitsAtTwiceTheSize(): Promise<void> {
    const before = this.page.viewportSize()!;
    await this.page.setViewportSize({ width: before.width / 2, height: before.height / 2 });
    expect(await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await this.page.setViewportSize(before);
  }

  /** Presses a part of the desk's page. */
  async go(way: string): Promise<void> {
    await this.page.getByRole('button', { name: way, exact: true }).first().click();
  }

  async leave(): Promise<void> {
    await this.context.close();
    expect(this.faults).toEqual([]);
  }
}

/** The seats of one file of tests: one browser, one officer at a time, who leaves without faults. */
export function seats() {
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
  return async function sit(desk: string, language: Language): Promise<Officer> {
    await officer?.leave();
    officer = await Officer.at(browser, desk, language);
    return officer;
  };
}
