import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { languagePagePath, STATUS_PATH } from '../../../lambda/emergency-response/contract/paths';
import type { EmergencyPageProps } from '../../page/emergency-page-props';
import { pageLanguages } from '../../page/page-languages';
import { renderEmergencyPage } from '../../page/render-emergency-page';
import { gallery } from './gallery';
import { type Look, lookOf, type Scheme } from './preview-look';
import { previewPage } from './preview-page';
import { type PreviewState, previewStates } from './preview-states';

/** What the preview shows, and when it began. */
export interface PreviewOptions {
  readonly page: EmergencyPageProps;
  /** Tells one state of the page from the next, and one start of the server: pages in a browser reload when it changes. */
  readonly version: string;
  /** Calls back with the new version whenever the two above have changed, until it is told to stop. @default - never */
  readonly onChange?: ((listener: (version: string) => void) => () => void) | undefined;
  /** In epoch milliseconds. */
  readonly now: () => number;
}

const PREVIEW_PATH = /^\/preview\/([\w-]+)\/([\w-]+)(?:\/(light|dark))?$/;
const HTML = 'text/html; charset=utf-8';

/** A server that shows the page in every state and language. Nothing of it is deployed. */
export function previewServer(options: PreviewOptions): Server {
  const justLoaded = new Set<string>();
  // Looked up for each request: the page may have changed.
  return createServer((request, response) => {
    const { page, version, onChange, now } = options;
    answer({ page, version, onChange, now, justLoaded }, request, response);
  });
}

/** What is shown, and the paths of pages that have not asked for their status yet. */
interface Preview extends PreviewOptions {
  readonly justLoaded: Set<string>;
}

function findState({ now }: PreviewOptions, path = ''): PreviewState | undefined {
  const name = PREVIEW_PATH.exec(path)?.[1];
  return previewStates(now()).find((state) => state.name === name);
}

/** A page asks for its status from its own address, which browsers tell. */
const referringPath = ({ headers }: IncomingMessage): string =>
  URL.canParse(headers.referer ?? '') ? new URL(headers.referer ?? '').pathname : '';

function answer(options: Preview, request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '/').replace(/\?.*/, '');
  const language = PREVIEW_PATH.exec(path)?.[2] ?? languageOfFile(options.page, path);
  const state = findState(options, path);
  response.setHeader('cache-control', 'no-store');
  // A page goes by the clock of its host.
  response.setHeader('date', new Date(options.now()).toUTCString());
  if (path === '/changes') {
    sendVersion(options, response);
  } else if (path === STATUS_PATH) {
    sendStatus(statusFor(options, referringPath(request)), response);
  } else if (request.headers['sec-fetch-dest'] === 'empty') {
    response.writeHead(findState(options, referringPath(request))?.probeStatus ?? 503).end();
  } else if (path === '/') {
    sendGallery(options, lookOf(queryOf(request)), response);
  } else if (language === undefined) {
    response.writeHead(404).end();
  } else {
    sendPage(options, { path, state, language, scheme: schemeOf(path) }, response);
  }
}

const queryOf = ({ url = '' }: IncomingMessage): URLSearchParams =>
  new URLSearchParams(url.replace(/^[^?]*/, ''));

const schemeOf = (path: string): Scheme | undefined => PREVIEW_PATH.exec(path)?.[3] as Scheme | undefined;

const languageOfFile = (page: EmergencyPageProps, path: string): string | undefined =>
  pageLanguages(page).find((language) => languagePagePath(language) === path);

function sendGallery({ page, now }: PreviewOptions, look: Look, response: ServerResponse): void {
  const { storeName } = page;
  response.writeHead(200, { 'content-type': HTML });
  response.end(gallery({ storeName, states: previewStates(now()), languages: pageLanguages(page) }, look));
}

/** An event stream that stays open: a browser that loses it asks again, and hears another version. */
function sendVersion(options: PreviewOptions, response: ServerResponse): void {
  const send = (version: string) => response.write(`retry: 500\ndata: ${version}\n\n`);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  send(options.version);
  const stop = options.onChange?.(send);
  response.on('close', () => stop?.());
}

function statusFor(options: Preview, path: string): PreviewState['status'] {
  const state = findState(options, path);
  return (options.justLoaded.delete(path) && state?.before) || state?.status;
}

function sendStatus(status: PreviewState['status'], response: ServerResponse): void {
  response.writeHead(status ? 200 : 404, { 'content-type': 'application/json' });
  response.end(status && JSON.stringify(status));
}

/** A page that is asked for. */
interface Shown {
  readonly path: string;
  readonly state?: PreviewState;
  readonly language: string;
  readonly scheme?: Scheme;
}

function sendPage(
  { page, justLoaded }: Preview,
  { path, state, language, scheme }: Shown,
  response: ServerResponse,
): void {
  justLoaded.add(path);
  const all = pageLanguages(page);
  const html = renderEmergencyPage(page, all.includes(language) ? [language] : all);
  response.writeHead(503, { 'content-type': HTML });
  response.end(previewPage(html, { offline: state?.offline, newsSoon: state?.before !== undefined, scheme }));
}
