/** What programs can tell a message by. */
export interface MessageMarks {
  /** `null`: it names none, like a plain alarm. */
  readonly incidentId: string | null;
  /** `null`: it has no state in the form of any known sender. */
  readonly state: string | null;
}

/** `[SEV1] RESOLVED shop.example.com: ...`, with or without `[DRILL]` before it; phones have no square brackets. */
const INCIDENT_STATE = /(?:\[SEV\d\]|\bSEV\d) ([A-Z]+(?: [A-Z]+)*) /;
/** `SEV1 shop.example.com: ...`: to phones, that something is new goes without saying. */
const NEW_INCIDENT = /^(?:DRILL )?SEV\d [^ A-Z]/;
/** `ALARM: "shop-outage" in US East (N. Virginia)`, or a text in JSON that begins like it. */
const ALARM_STATE = /(?:^|")(ALARM|OK|INSUFFICIENT_DATA): /;
const INCIDENT_ID = /\bINC-\d{8}-\d+\b/;

/** Reads a message as its receiver's programs would: by its subject, else by its text. */
export function marksOf(subject: string, body: string): MessageMarks {
  const state = (text: string) =>
    NEW_INCIDENT.test(text)
      ? 'INVESTIGATING'
      : (INCIDENT_STATE.exec(text)?.[1] ?? ALARM_STATE.exec(text)?.[1]);
  return {
    incidentId: INCIDENT_ID.exec(subject)?.[0] ?? INCIDENT_ID.exec(body)?.[0] ?? null,
    state: state(subject) ?? state(body) ?? null,
  };
}
