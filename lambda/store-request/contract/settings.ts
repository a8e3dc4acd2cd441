/** What the function knows of the store. */
export interface StoreRequestSettings {
  /** How long CloudFront waits for a page. */
  readonly reading: import('cloudfront').OriginTimeouts;
  /** Source of a regular expression for the addresses that payment providers lead shoppers back to, in ASCII. */
  readonly paymentReturns: string;
}

declare global {
  /** Put in when the function is bundled. */
  const STORE_REQUEST: StoreRequestSettings;
}
