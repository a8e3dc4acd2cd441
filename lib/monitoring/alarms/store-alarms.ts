import { Duration } from 'aws-cdk-lib';
import { type Alarm, type AlarmBase, AlarmRule, CompositeAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { HOME_REGION } from '../../../lambda/shared/contract/home-region';
import type { Symptom } from '../../../lambda/status-update/contract/symptom';
import type { RunbookAlarm } from '../runbook/runbook-document';
import { type AlarmContext, alarmName, createAlarm, describeAlarm, toRunbookAlarm } from './alarm-definition';
import {
  inHand,
  outage,
  pageBroken,
  type SymptomDefinition,
  type SymptomSources,
  symptomDefinitions,
} from './catalogue';
import { WAIT_FOR_FUNCTION } from './evaluations';
import { notify } from './notify';

/** Props of {@link StoreAlarms}. */
export interface StoreAlarmsProps extends SymptomSources, AlarmContext {
  /** The health check that probes the emergency page. @default - there is none, and no alarm on it */
  readonly pageHealthCheckId: string | undefined;
  /** Gets the outage and the broken page, on ALARM and on OK. */
  readonly alarmsTopic: ITopic;
}

/**
 * The alarms about the store. The symptoms have no action of their own: EventBridge carries their changes to the
 * status-update function, and the composite alarm over them is the plain backup message. It waits a while for the function
 * to say that it has the incident in hand, and leaves everything to it for as long as it says so; when the function is
 * silent, the composite alarm tells.
 */
export class StoreAlarms extends Construct {
  /** What the status-update function gets to know, the worst first. */
  readonly symptoms: readonly Symptom[];
  /** In the order of `symptoms`. */
  readonly symptomAlarms: readonly Alarm[];
  /** In ALARM while any symptom is. */
  readonly outage: CompositeAlarm;
  /**
   * In ALARM while the emergency page is broken. No part of the outage: shoppers don't see that page yet.
   * @default - nothing watches it
   */
  readonly pageAlarm: Alarm | undefined;
  /** Every alarm above, for people to look at. */
  readonly alarms: readonly AlarmBase[];
  /** The same, and the one that holds messages back. */
  readonly runbookAlarms: readonly RunbookAlarm[];

  constructor(scope: Construct, id: string, props: StoreAlarmsProps) {
    super(scope, id);
    requireOtherEndpointNames(props);
    const definitions = symptomDefinitions(props);
    this.symptoms = definitions.map((definition) => toSymptom(props.domainName, definition));
    requireOneOutageAlarm(this.symptoms.map((symptom) => symptom.alarmName));
    this.symptomAlarms = definitions.map((definition) => createAlarm(this, props, definition));
    const held = inHand(props.domainName);
    this.outage = this.createOutage(props, createAlarm(this, props, held));
    const { domainName, pageHealthCheckId: pageId } = props;
    const page = pageId === undefined ? [] : [pageBroken(domainName, pageId)];
    const pageAlarms = page.map((definition) => createAlarm(this, props, definition));
    [this.pageAlarm] = pageAlarms;
    this.alarms = [this.outage, ...this.symptomAlarms, ...pageAlarms];
    this.runbookAlarms = [outage(domainName), ...definitions, ...page, held].map((definition) =>
      toRunbookAlarm(domainName, definition),
    );
    for (const alarm of [this.outage, ...pageAlarms]) {
      notify(alarm, props.alarmsTopic);
    }
  }

  private createOutage(props: StoreAlarmsProps, actionsSuppressor: Alarm): CompositeAlarm {
    const definition = outage(props.domainName);
    return new CompositeAlarm(this, 'Outage', {
      compositeAlarmName: alarmName(props.domainName, definition.suffix),
      alarmDescription: describeAlarm(props, definition),
      alarmRule: AlarmRule.anyOf(...this.symptomAlarms),
      actionsSuppressor,
      actionsSuppressorWaitPeriod: WAIT_FOR_FUNCTION,
      actionsSuppressorExtensionPeriod: Duration.seconds(0),
    });
  }
}

/** Two alarms of one name would overwrite each other at deployment. */
function requireOtherEndpointNames({ endpoints }: StoreAlarmsProps): void {
  const index = endpoints.findIndex(({ name }) => name === 'store');
  if (index < 0) {
    return;
  }
  throw new Error(
    `healthChecks.endpoints[${index}].name: is reserved for the alarm on the whole store, got "store"; choose another word`,
  );
}

function toSymptom(
  domainName: string,
  { suffix, kind, watches, label, severity, portChecks, metric }: SymptomDefinition,
): Symptom {
  return {
    alarmName: alarmName(domainName, suffix),
    kind,
    watches,
    label,
    ...(severity && { severity }),
    ...(portChecks && { portChecks }),
    metric,
  };
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
const MAX_ALARMS = 100;
const MAX_CHARACTERS = 10_240;

/** What the rule has around an alarm's name. Account numbers have twelve digits. */
const AROUND = `ALARM("arn:aws:cloudwatch:${HOME_REGION}:111122223333:alarm:")`.length;
const BETWEEN = ' OR '.length;

/**
 * Refuses what CloudWatch would refuse at deployment: one composite alarm is over all symptoms.
 *
 * @throws Error at synth
 */
export function requireOneOutageAlarm(alarmNames: readonly string[]): void {
  const names = alarmNames.reduce((sum, name) => sum + name.length, 0);
  const characters = names + alarmNames.length * (AROUND + BETWEEN) - BETWEEN;
  if (alarmNames.length > MAX_ALARMS || characters > MAX_CHARACTERS) {
    throw new Error(
      `healthChecks.endpoints: must fit into one composite alarm, got ${alarmNames.length} alarms in a rule of ${characters} characters; CloudWatch takes ${MAX_ALARMS} alarms in ${MAX_CHARACTERS} characters, so watch fewer endpoints or shorten their names`,
    );
  }
}
