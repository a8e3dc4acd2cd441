/**
 * What JavaScript runtime 2.0 of CloudFront Functions has as the module `cloudfront`, as far as it is used here.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html
 */
declare module 'cloudfront' {
  /** How long CloudFront waits for the origin of one request, in seconds. */
  export interface OriginTimeouts {
    /** 1 to 120. */
    readonly readTimeout: number;
    /** 1 to 10. */
    readonly connectionTimeout: number;
    /** At least the read timeout. */
    readonly responseCompletionTimeout?: number;
  }

  const cf: {
    /** Changes the origin of the request that the function runs for; what is not named stays. */
    updateRequestOrigin(properties: { readonly timeouts: OriginTimeouts }): void;
  };
  // biome-ignore lint/style/noDefaultExport: it is AWS's module
  export default cf;
}
