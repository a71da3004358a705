import { defineConfig } from 'vitest/config';

/** The pages in a real browser, against a stack that runs: ONEPERMIT_CONSOLE names its gateway, ONEPERMIT_CHROMIUM the browser. */
export default defineConfig({
  test: { include: ['test/**/*.browser.ts'], testTimeout: 90_000, hookTimeout: 30_000, fileParallelism: false },
});
