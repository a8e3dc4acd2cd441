import { escapeHtml } from '../../lib/page/escape-html';
import type { InboxMessage } from '../../lib/rehearsal/live/inbox';

const STYLE = `
body{margin:0;font:15px/1.45 system-ui,sans-serif;color:#1a1a1a;background:#fff}
header{padding:16px 18px 12px;border-bottom:1px solid #d8d8d8;background:#f4f4f5}
h1{margin:0 0 6px;font-size:18px;line-height:1.3}
p{margin:0;color:#555}
pre{margin:0;padding:14px 18px;font:13px/1.45 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
`;

/** The first message of an outage as a mail program on a phone shows it: its own subject, its own text. */
export function alertHtml(inbox: readonly InboxMessage[]): string {
  const first = inbox.filter(({ subject }) => subject.includes('INVESTIGATING')).at(-1);
  const copy = first?.copies.find(({ protocol }) => protocol === 'email');
  if (first === undefined || copy === undefined) {
    throw new Error('there is no e-mail about the outage: nobody was told');
  }
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Alert</title><style>${STYLE}</style>` +
    `<header><h1>${escapeHtml(first.subject)}</h1><p>to ${escapeHtml(copy.endpoint)}</p></header>` +
    `<pre>${escapeHtml(copy.body)}</pre></html>`
  );
}
