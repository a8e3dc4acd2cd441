import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Where tests leave what people want to look at. Git ignores it. */
export const SCREENSHOTS = join(__dirname, '../../.understudy/screenshots');

/** The package's flags suit a function that makes one page; with these two, closing a page ends the browser. */
const UNSUITABLE = ['--single-process', '--no-zygote'];

/**
 * A real Chromium: the one named by `CHROME_PATH`, else the one that comes with the packages (Linux x64 only), so
 * that no test needs an installation step. Whoever launches it closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const installed = process.env.CHROME_PATH;
  if (installed) {
    return playwright.launch({ executablePath: installed });
  }
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((arg) => !UNSUITABLE.includes(arg)),
  });
}
