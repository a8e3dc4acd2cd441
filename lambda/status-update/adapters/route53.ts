import { HOME_REGION } from '../../shared/contract/home-region';
/** Route 53 has one endpoint for the whole world; its requests are signed for us-east-1. */
export const GLOBAL_ENDPOINT = 'https://route53.amazonaws.com';

/** For what a message is worth more than: it goes out without the answer. */
export const ASKED_ONCE = {
  service: 'route53',
  region: HOME_REGION,
  maxAttempts: 1,
  timeoutMs: 1_000,
} as const;

/** Two tries of two seconds: what comes after a service that hangs must have its time, too. */
export const PATIENT_TWICE = { maxAttempts: 2, timeoutMs: 2_000 } as const;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of the first element of a name; empty when there is none. */
export function textOf(element: string, xml: string): string {
  const text = new RegExp(`<${element}>([^<]*)`).exec(xml)?.[1] ?? '';
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
