/** What one look at the deployed stack showed. */
export interface Finding {
  readonly ok: boolean;
  /** What was looked at, in a few words. */
  readonly subject: string;
  /** How it is; and what to do, when it is wrong. */
  readonly detail: string;
}

export const fine = (subject: string, detail: string): Finding => ({ ok: true, subject, detail });
export const wrong = (subject: string, detail: string): Finding => ({ ok: false, subject, detail });
