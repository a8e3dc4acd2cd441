import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { EmergencyPageProps } from '../page/emergency-page-props';
import { pageLanguages } from '../page/page-languages';
import { renderEmergencyPage } from '../page/render-emergency-page';
import { languagePagePath, STATUS_PATH } from '../paths';
import { gallery } from './gallery';
import { previewPage } from './preview-page';
import { type PreviewState, previewStates } from './preview-states';

/** What the preview shows, and when it began. */
export interface PreviewOptions {
  readonly page: EmergencyPageProps;
  /** Tells one start of the server from the next: pages in a browser reload when it changes. */
  readonly version: string;
  /** In epoch milliseconds. */
  readonly now: () => number;
}

const PREVIEW_PATH = /^\/preview\/([\w-]+)\/([\w-]+)$/;
const HTML = 'text/html; charset=utf-8';

/** A server that shows the page in every state and language. Nothing of it is deployed. */
export const previewServer = (options: PreviewOptions): Server =>
  createServer((request, response) => answer(options, request, response));

const findState = ({ now }: PreviewOptions, path = ''): PreviewState | undefined => {
  const name = PREVIEW_PATH.exec(path)?.[1];
  return previewStates(now()).find((state) => state.name === name);
};

/** A page asks for its status from its own address, which browsers tell. */
const referringPath = ({ headers }: IncomingMessage): string =>
  URL.canParse(headers.referer ?? '') ? new URL(headers.referer ?? '').pathname : '';

const answer = (options: PreviewOptions, request: IncomingMessage, response: ServerResponse): void => {
  const path = (request.url ?? '/').replace(/\?.*/, '');
  const language = PREVIEW_PATH.exec(path)?.[2] ?? languageOfFile(options.page, path);
  const state = findState(options, path);
  response.setHeader('cache-control', 'no-store');
  if (path === '/') sendGallery(options, response);
  else if (path === '/changes') sendVersion(options, response);
  else if (path === STATUS_PATH) sendStatus(findState(options, referringPath(request)), response);
  else if (language === undefined) response.writeHead(404).end();
  else if (request.method === 'HEAD') response.writeHead(state?.probeStatus ?? 503).end();
  else sendPage(options, { state, language }, response);
};

const languageOfFile = (page: EmergencyPageProps, path: string): string | undefined =>
  pageLanguages(page).find((language) => languagePagePath(language) === path);

const sendGallery = ({ page, now }: PreviewOptions, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': HTML });
  response.end(gallery(page.storeName, previewStates(now()), pageLanguages(page)));
};

/** An event stream that stays open: a browser that loses it asks again, and hears another version. */
const sendVersion = ({ version }: PreviewOptions, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write(`retry: 500\ndata: ${version}\n\n`);
};

const sendStatus = (state: PreviewState | undefined, response: ServerResponse): void => {
  response.writeHead(state?.status ? 200 : 404, { 'content-type': 'application/json' });
  response.end(state?.status && JSON.stringify(state.status));
};

const sendPage = (
  { page }: PreviewOptions,
  { state, language }: { readonly state?: PreviewState; readonly language: string },
  response: ServerResponse,
): void => {
  const all = pageLanguages(page);
  const html = renderEmergencyPage(page, all.includes(language) ? [language] : all);
  response.writeHead(503, { 'content-type': HTML });
  response.end(previewPage(html, { offline: state?.offline }));
};
