/** A request from a function to somebody outside AWS. */
export interface OutsideRequest {
  readonly hostName: string;
  /** Such as JSON. Empty when there is none. */
  readonly body: string;
}

/** Somebody outside AWS, such as a pager: answers with an HTTP status. */
export type Outside = (request: OutsideRequest) => number;

/**
 * The `fetch` of a function in a rehearsal: nothing leaves this machine. Of the URL only the host name is kept, for the
 * rest of it may be a secret.
 */
export const fetchFrom =
  (outside: () => Outside): typeof fetch =>
  async (input, init) => {
    const { hostname: hostName } = new URL(input instanceof Request ? input.url : input);
    return new Response(null, { status: outside()({ hostName, body: String(init?.body ?? '') }) });
  };
