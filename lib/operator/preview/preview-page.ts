import { hashSource } from '../../page/content-security-policy';
import type { Scheme } from './preview-look';

const LIVE_RELOAD =
  "if(top===self){let first;new EventSource('/changes').onmessage=({data})=>" +
  '{if(first&&first!==data)location.reload();first=data}}';
const OFFLINE = "Object.defineProperty(navigator,'onLine',{get:()=>false});";
/** The same wait in every preview, and the news of it a second after the page came. */
const NEWS_SOON =
  'Math.random=()=>.8;' + "setTimeout(()=>document.dispatchEvent(new Event('visibilitychange')),1000);";

/** The gallery shows pages in frames, where they would wait to be asked. */
const WHOLE_TAB = 'parent=self;';

/** What the preview adds to a page. */
export interface PreviewPageOptions {
  readonly offline?: boolean;
  /** Whether the page asks for its status a second time at once. */
  readonly newsSoon?: boolean;
  /** @default - what the browser prefers */
  readonly scheme?: Scheme;
}

/** The style as a browser reads it that prefers this scheme. */
const inScheme = (style: string, scheme: Scheme): string =>
  style
    .replace('color-scheme:light dark', `color-scheme:${scheme}`)
    .replace('(prefers-color-scheme:dark)', scheme === 'dark' ? ' all' : ' not all');

/** The page in a scheme, and its policy with the hash of the changed style. */
function withScheme(html: string, scheme: Scheme | undefined): string {
  const style = /<style>(.*?)<\/style>/s.exec(html)?.[1];
  if (!scheme || style === undefined) {
    return html;
  }
  const changed = inScheme(style, scheme);
  return html.replace(hashSource(style), () => hashSource(changed)).replace(style, () => changed);
}

/** The page as it will be, with one more script that its policy allows: it reloads the page when the page changes. */
export function previewPage(html: string, { offline, newsSoon, scheme }: PreviewPageOptions): string {
  const script = `${WHOLE_TAB}${offline ? OFFLINE : ''}${newsSoon ? NEWS_SOON : ''}${LIVE_RELOAD}`;
  return withScheme(html, scheme)
    .replace('default-src ', () => `default-src ${hashSource(script)} `)
    .replace('<style>', () => `<script>${script}</script><style>`);
}
