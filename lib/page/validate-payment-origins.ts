import { isHostName } from '../validation/host-name';
import { check } from './checks';

const ORIGIN = /^https:\/\/(?:\*\.)?([^:]+)(?::\d{1,5})?$/;

/** The wildcard stands for names below one with two labels: `https://*.com` would let every site frame the page. */
const isOrigin = (text: string): boolean => isHostName(ORIGIN.exec(text)?.[1] ?? '');

/** What is wrong with the origins of payment providers. Each is for a header, so it is held to what hosts may be called. */
export const validatePaymentOrigins = (origins: readonly string[] = [], path: string): string[] =>
  origins.flatMap((origin, i) =>
    check(
      origin,
      isOrigin,
      `${path}[${i}]: must be an https:// origin, got "${origin}"; write scheme and host in lower case and nothing after them, such as https://pay.example.com, or https://*.example.com for every name below a provider's own`,
    ),
  );
