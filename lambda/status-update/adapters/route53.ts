/** Route 53 has one endpoint for the whole world; its requests are signed for us-east-1. */
export const GLOBAL_ENDPOINT = 'https://route53.amazonaws.com';

/** Two tries of two seconds: what comes after a service that hangs must have its time, too. */
export const PATIENT_TWICE = { maxAttempts: 2, timeoutMs: 2_000 } as const;

/** The text of the first element of a name; empty when there is none. */
export function textOf(element: string, xml: string): string {
  return new RegExp(`<${element}>([^<]*)`).exec(xml)?.[1] ?? '';
}
