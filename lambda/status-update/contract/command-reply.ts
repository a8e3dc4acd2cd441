import type { Held } from './hold';
import type { Marker } from './marker';
import type { Message } from './message';
import type { Severity } from './severity';
import type { Target } from './target-times';

/** What shoppers read, by language: what of the texts of a state there is room for. */
export interface ShopperTexts {
  readonly texts: Readonly<Record<string, string>>;
  /** The machine's sentences above a person's English words, for readers of other languages. */
  readonly automatic?: Readonly<Record<string, string>>;
}

/** All that the function knows that a person who looks may want to know. Times are epochs in milliseconds. */
export interface Overview {
  /** The running incident. Null: there is none. */
  readonly incident: {
    readonly id: string;
    readonly title: string;
    readonly severity: Severity;
    readonly phase: 'investigating' | 'identified' | 'monitoring';
    readonly drill: boolean;
    readonly startedAtMs: number;
    readonly nextUpdateAtMs: number;
    /** Null: nobody has it. */
    readonly acknowledgedAtMs: number | null;
    /** ARN. Absent: nobody, or AWS did not say. */
    readonly acknowledgedBy?: string | undefined;
    /** To respond, then to mend. Absent: it has none. */
    readonly targets?: readonly Target[];
  } | null;
  /** The window that lasts now, or else the next one. Null: none is planned. */
  readonly maintenance: {
    readonly id: string;
    readonly status: string;
    readonly startMs: number;
    readonly endMs: number;
  } | null;
  /** Until when the last drill that was declared lasts, or lasted. Null: there was none. */
  readonly drillUntilMs: number | null;
  /** The last three deployments, changes and campaigns, newest first. */
  readonly markers: readonly Marker[];
}

/** The reply to the person who gave the command. */
export type CommandReply =
  | { readonly kind: 'refused'; readonly because: string }
  | {
      readonly kind: 'done' | 'preview';
      readonly done: string;
      /** What on-call reads; absent when on-call is told nothing. */
      readonly message?: Message;
      /** What shoppers read after it: of a text in many languages, as much as there is room for. */
      readonly shoppers: { readonly status: string } & ShopperTexts;
      /** The window that changed, and the alarms whose own messages it concerns. */
      readonly maintenance?: {
        readonly id: string;
        readonly startMs: number;
        readonly endMs: number;
        readonly status: string;
      };
      /** The failover that a person holds; absent while the health checks decide. */
      readonly held?: Held & { readonly inForce: boolean };
      /** The running incident, and who has it. */
      readonly incident?: { readonly id: string; readonly ack: string };
      /** How things stand. Absent: the function is older than this field. */
      readonly overview?: Overview;
      /** What could not be done at once; the schedule tries again. */
      readonly problems: readonly string[];
    };
