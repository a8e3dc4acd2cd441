import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { emergencyPage } from '../../bin/emergency-page';
import type { EmergencyPageProps } from '../../lib';
import { previewServer } from '../../lib/operator/preview/preview-server';
import { controlPage } from '../../lib/rehearsal/live/control/control-page';
import { inboxOf } from '../../lib/rehearsal/live/inbox';
import { htmlReport } from '../../lib/rehearsal/report/html/html-report';
import type { Report } from '../../lib/rehearsal/report/report-schema';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { ORIGIN_REFUSES } from '../rehearsal/helpers/origin-refuses';
import { alertHtml } from './alert';
import { killedStore } from './killed-store';
import { type Papers, papersOf } from './papers';

/** The moment at which everything is drawn: pictures differ only where the thing itself does. */
export const NOW = new Date('2026-11-27T09:12:00Z');

/** A picture for the README. */
export interface Scene {
  readonly name: string;
  /** Of the window, in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Whether its scripts run. Those of the control page would ask a rehearsal that is not there. */
  readonly scripts: boolean;
  /** Brings what is to be drawn onto the page. */
  readonly show: (page: Page) => Promise<void>;
}

/** What is played for the pictures. */
export interface Played {
  /** The folder of the example's assembly. */
  readonly assembly: string;
  readonly report: Report;
}

const PHONE = { width: 390, height: 780 };
/** A line of an e-mail has up to 72 characters. */
const MAIL = { width: 640, height: 640 };
const DESKTOP = { width: 1_280, height: 700 };

/** What the example's owner may add without a technician. */
const PAGE: EmergencyPageProps = {
  ...emergencyPage,
  notify: { email: 'news@example.com' },
  offer: { text: 'Thank you for waiting: 10 % off your next order.', code: 'THANKS-10' },
};

/** Every picture, made from the thing itself. */
export const scenes = ({ assembly, report }: Played): readonly Scene[] => [
  { name: 'page', size: PHONE, scripts: true, show: showPage },
  {
    name: 'alert',
    size: MAIL,
    scripts: false,
    show: async (page) => {
      const { events } = await rehearse({ assembly, scenario: ORIGIN_REFUSES });
      await page.setContent(alertHtml(inboxOf(events)));
    },
  },
  {
    name: 'report',
    size: { ...DESKTOP, height: 690 },
    scripts: false,
    show: (page) => page.setContent(htmlReport(report)),
  },
  {
    name: 'live',
    size: DESKTOP,
    scripts: false,
    show: async (page) => page.setContent(controlPage(await killedStore(assembly), 'no-token')),
  },
  paper('runbook', assembly),
  paper('review', assembly),
];

/** What a message links to, as a phone shows it. */
const paper = (name: keyof Papers, assembly: string): Scene => ({
  name,
  size: PHONE,
  scripts: false,
  show: async (page) => page.setContent((await papersOf(assembly))[name]),
});

/** Down, with news, as a shopper with a phone sees it. */
async function showPage(page: Page): Promise<void> {
  const server = previewServer({ page: PAGE, version: '1', now: () => NOW.getTime() });
  // The page goes by the server's clock where that differs from the device's.
  server.prependListener('request', (_, response) => response.setHeader('date', NOW.toUTCString()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await page.clock.setFixedTime(NOW);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/preview/down/en`);
    await page.locator('#us-status').waitFor();
    await page.getByText('We have found the cause').waitFor();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
