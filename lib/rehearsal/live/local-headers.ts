type Headers = Readonly<Record<string, string>>;

/** Headers that belong to one connection, or that the local server writes itself. */
const OWN_TO_A_CONNECTION = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const passedOn = (headers: Headers): [string, string][] =>
  Object.entries(headers).filter(([name]) => !OWN_TO_A_CONNECTION.has(name));

/** A browser's headers as it would send them to the shop's own name. */
export const shopRequestHeaders = (headers: Headers, domainName: string): Record<string, string> => ({
  ...Object.fromEntries(passedOn(headers)),
  host: domainName,
});

/**
 * The shop's headers as a browser on localhost needs them: absolute redirects to the shop stay here, and the date
 * is the rehearsal's, since the emergency page tells the time by it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1
 */
export function localResponseHeaders(
  headers: Headers,
  { domainName, nowMs }: { readonly domainName: string; readonly nowMs: number },
): Record<string, string> {
  const local = { ...Object.fromEntries(passedOn(headers)), date: new Date(nowMs).toUTCString() };
  const { location } = headers;
  return location === undefined ? local : { ...local, location: localLocation(location, domainName) };
}

function localLocation(location: string, domainName: string): string {
  const shop = `https://${domainName}`;
  const url = URL.canParse(location, shop) ? new URL(location, shop) : undefined;
  return url?.hostname === domainName ? `${url.pathname}${url.search}${url.hash}` : location;
}
