/** An object as S3 keeps it. Header names in lower case. */
export interface StoredObject {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}
