/** A request from a function to somebody outside AWS. */
export interface ExternalRequest {
  readonly method: string;
  readonly hostName: string;
  /** Such as JSON. Empty when there is none. */
  readonly body: string;
  /** Name of the function. Empty when it has none. */
  readonly from: string;
}

/** What somebody outside AWS answers. */
export interface ExternalResponse {
  readonly status: number;
  /** @default - empty */
  readonly body?: string;
}

/** Somebody outside AWS, such as a pager, or a platform that says how it is. */
export type ExternalHttp = (request: ExternalRequest) => ExternalResponse;

/**
 * The `fetch` of a function in a rehearsal: nothing leaves this machine. Of the URL only the host name is kept, for the
 * rest of it may be a secret.
 */
export const fetchFrom =
  (outside: () => ExternalHttp, from = ''): typeof fetch =>
  async (input, init) => {
    const { hostname: hostName } = new URL(input instanceof Request ? input.url : input);
    const method = init?.method ?? 'GET';
    const { status, body = null } = outside()({ method, hostName, body: String(init?.body ?? ''), from });
    return new Response(body, { status });
  };
