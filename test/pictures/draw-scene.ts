import type { Browser } from 'playwright-core';
import type { Scene } from './scenes';

/** Draws a scene as it is in a new window. @param path of the PNG. @default - it is not saved */
export async function drawScene(
  browser: Browser,
  { size, scripts, show }: Scene,
  path?: string,
): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: size,
    javaScriptEnabled: scripts,
    locale: 'en-GB',
    timezoneId: 'Europe/Warsaw',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await show(page);
    return await page.screenshot({ ...(path !== undefined && { path }), animations: 'disabled' });
  } finally {
    await context.close();
  }
}
