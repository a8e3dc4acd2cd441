import type { WrittenEnd } from './contract/hold';
import type { Message } from './contract/message';
import type { Symptom } from './contract/symptom';
import type { CheckerReport } from './message/checkers';
import type { AlarmChange } from './review/evidence';
import type { SiteFile } from './site/site-files';
import type { AlarmFacts } from './state/alarm-facts';
import type { IncidentState } from './state/incident-state';

/** The one item that the function remembers. */
export interface StateStore {
  /** The state as last written; the initial state when there is none. */
  load(): Promise<IncidentState>;
  /** Writes `state` as the successor of the version it carries. False when somebody else was faster. */
  save(state: IncidentState): Promise<boolean>;
}

/** A metric to read. */
export type MetricReference = Symptom['metric'];

/** CloudWatch. */
export interface MonitoringPort {
  /** The present state of the alarms; alarms that do not exist are left out. */
  describeAlarms(names: readonly string[]): Promise<AlarmFacts>;
  /** The newest datapoint of each metric within the last minutes, in the order asked; undefined without data. */
  latest(metrics: readonly MetricReference[], nowMs: number): Promise<readonly (number | undefined)[]>;
  /** One value per minute of each metric, by the minute's epoch, in the order asked. Minutes without data are left out. */
  perMinute(metrics: readonly MetricReference[], span: Span): Promise<readonly ReadonlyMap<number, number>[]>;
  /** Every change of the alarms within the span, oldest first. CloudWatch forgets after some weeks. */
  alarmHistory(names: readonly string[], span: Span): Promise<readonly AlarmChange[]>;
}

/** A stretch of time. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Route 53's health checkers. */
export interface Checkers {
  /** What each checker saw last of the endpoint of a health check. */
  reports(healthCheckId: string): Promise<readonly CheckerReport[]>;
}

/** How the calculated health check that moves the failover records is set. */
export interface SwitchPosition {
  readonly healthThreshold: number;
  /** Grows with each change. */
  readonly version: number;
}

/** The calculated health check that moves the failover records. */
export interface FailoverSwitch {
  read(): Promise<SwitchPosition>;
  /** @throws Error also when somebody else, such as a deployment, has changed it since it was `seen` */
  set(healthThreshold: number, seen: SwitchPosition): Promise<void>;
}

/** The one schedule that gives the switch back, whatever becomes of this function. */
export interface HoldEnd {
  /** Writes the end down, in place of another one. */
  write(end: WrittenEnd): Promise<void>;
  /** Also when there is none. */
  remove(): Promise<void>;
}

/** Nobody answered: the message may be on its way to people, or lost. */
export class PerhapsSent extends Error {
  override readonly name = 'PerhapsSent';
}

/** The topic that people have subscribed to. */
export interface Announcer {
  /** @throws PerhapsSent without an answer; any other error when the message was refused */
  publish(message: Message): Promise<void>;
}

/** One file of the records bucket. */
export interface RecordFile {
  readonly key: string;
  readonly body: string;
  readonly contentType: string;
}

/** The private bucket with reviews. */
export interface Records {
  /** Replaces one file as a whole. */
  write(file: RecordFile): Promise<void>;
}

/** The files of the emergency site that tell shoppers how the store is. */
export interface Site {
  /** Replaces one file as a whole. */
  write(file: SiteFile): Promise<void>;
}

/** One request that changed records of a hosted zone. */
export interface ZoneChange {
  readonly atMs: number;
  /** Records that it changed. */
  readonly records: number;
  /** ARN of who asked for it. @default - AWS did not say */
  readonly by?: string;
}

/** Route 53's hosted zones. */
export interface Zones {
  /** What changed since then, in any order. Empty for a zone that keeps no history. */
  changesSince(hostedZoneId: string, sinceMs: number): Promise<readonly ZoneChange[]>;
}

/** The platform that hosts the store, which is no part of AWS. */
export interface Platform {
  /** The JSON of its status page, whatever that says. */
  summary(url: string): Promise<string>;
}

/** Time as the function sees it, in epoch milliseconds. */
export type Now = () => number;

/** The outside world. */
export interface Ports {
  readonly store: StateStore;
  readonly monitoring: MonitoringPort;
  readonly checkers: Checkers;
  readonly failoverSwitch: FailoverSwitch;
  readonly holdEnd: HoldEnd;
  readonly announcer: Announcer;
  /** The topic of those who are told when nobody acknowledges. Nobody hears it where the store names none. */
  readonly secondContact: Announcer;
  /** The topic for signs of life, which wake nobody. */
  readonly audit: Announcer;
  readonly records: Records;
  readonly site: Site;
  readonly zones: Zones;
  readonly platform: Platform;
  readonly now: Now;
}
