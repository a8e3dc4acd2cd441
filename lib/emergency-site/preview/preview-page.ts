import { hashSource } from '../page/content-security-policy';

const LIVE_RELOAD =
  "if(top===self){let first;new EventSource('/changes').onmessage=({data})=>" +
  '{if(first&&first!==data)location.reload();first=data}}';
const OFFLINE = "Object.defineProperty(navigator,'onLine',{get:()=>false});";

/** What the preview adds to a page. */
export interface PreviewPageOptions {
  readonly offline?: boolean;
}

/** The page as it will be, with one more script that its policy allows: it reloads the page when the page changes. */
export const previewPage = (html: string, { offline = false }: PreviewPageOptions): string => {
  const script = `${offline ? OFFLINE : ''}${LIVE_RELOAD}`;
  return html
    .replace('default-src ', () => `default-src ${hashSource(script)} `)
    .replace('<style>', () => `<script>${script}</script><style>`);
};
