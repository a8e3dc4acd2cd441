import type { RehearsalRecord } from '../judge/record';
import type { ScenarioReport } from './report-schema';

/** A switch of one of several things. */
interface Switch {
  readonly atMs: number;
  readonly of: string;
  readonly on: boolean;
}

/** When DNS led elsewhere and when alarms were on, since the start of the scenario. */
export function spansOf({
  events,
  startMs,
  endMs,
}: Pick<RehearsalRecord, 'events' | 'startMs' | 'endMs'>): ScenarioReport['spans'] {
  const answers: Switch[] = [];
  const alarms: Switch[] = [];
  for (const event of events) {
    const atMs = Math.round(event.atMs - startMs);
    if (event.kind === 'dns-answer') {
      answers.push({ atMs, of: event.recordName, on: event.answer === 'SECONDARY' });
    }
    if (event.kind === 'alarm' && !event.suppresses) {
      alarms.push({ atMs, of: event.alarmName, on: event.to === 'ALARM' });
    }
  }
  const lastMs = Math.round(endMs - startMs);
  return { secondary: whileAnyIsOn(answers, lastMs), alarm: whileAnyIsOn(alarms, lastMs) };
}

function whileAnyIsOn(switches: readonly Switch[], endMs: number): ScenarioReport['spans']['alarm'] {
  const spans: { fromMs: number; toMs: number }[] = [];
  const on = new Set<string>();
  let fromMs: number | undefined;
  for (const { atMs, of, on: turned } of switches) {
    if (turned) {
      on.add(of);
    } else {
      on.delete(of);
    }
    if (on.size > 0) {
      fromMs ??= atMs;
    } else if (fromMs !== undefined) {
      spans.push({ fromMs, toMs: atMs });
      fromMs = undefined;
    }
  }
  return fromMs === undefined ? spans : [...spans, { fromMs, toMs: endMs }];
}
