import type { Side } from '../../../lambda/status-update/contract/hold';

/** What one look at the deployed stack showed. */
export interface VerifyFinding {
  readonly ok: boolean;
  /** Whether it is well by a narrow margin, which `detail` names. @default false */
  readonly warns?: true;
  /** What was looked at, in a few words. */
  readonly subject: string;
  /** How it is; and what to do, when it is wrong. */
  readonly detail: string;
  /** The record that a person holds the failover on. @default - this look showed no hold */
  readonly held?: Side;
}

export const fine = (subject: string, detail: string): VerifyFinding => ({ ok: true, subject, detail });
export const wrong = (subject: string, detail: string): VerifyFinding => ({ ok: false, subject, detail });
/** It is well, and may not be tomorrow. */
export const warned = (subject: string, detail: string): VerifyFinding => ({
  ok: true,
  warns: true,
  subject,
  detail,
});
