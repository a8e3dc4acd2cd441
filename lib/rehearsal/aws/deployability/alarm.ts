import { parseCompositeRule } from '../cloudwatch/rules/composite-rule';
import { namesIn } from '../cloudwatch/rules/composite-state';
import { type Limit, type Mistake, type ResourceLimits, recordIn } from './limit';
import { isMissing, isThere, listOf, textUpTo } from './rules';

const METRIC = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html';
const COMPOSITE =
  'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html';

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
export const ALARM_LIMITS: ResourceLimits = {
  type: 'AWS::CloudWatch::Alarm',
  service: 'CloudWatch',
  limits: actionLimits(METRIC),
};

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
export const COMPOSITE_ALARM_LIMITS: ResourceLimits = {
  type: 'AWS::CloudWatch::CompositeAlarm',
  service: 'CloudWatch',
  limits: [
    ...actionLimits(COMPOSITE),
    {
      at: 'AlarmRule',
      mistakeIn: textUpTo(10_240, 'Length Constraints: Minimum length of 1. Maximum length of 10240.'),
      source: COMPOSITE,
    },
    { at: 'AlarmRule', mistakeIn: childrenMistake, source: COMPOSITE },
    { at: '', mistakeIn: suppressorMistake, source: COMPOSITE },
  ],
};

function actionLimits(source: string): readonly Limit[] {
  return [
    { at: 'AlarmName', mistakeIn: textUpTo(255, 'Length Constraints: Maximum length of 255.'), source },
    {
      at: 'AlarmDescription',
      mistakeIn: textUpTo(1_024, 'Length Constraints: Maximum length of 1024.'),
      source,
    },
    ...['AlarmActions', 'OKActions', 'InsufficientDataActions'].map((at) => ({
      at,
      mistakeIn: listOf(0, 5, 'Array Members: Maximum number of 5 items.'),
      source,
    })),
  ];
}

/** A rule that the rehearsal can't read is not judged here. */
function childrenMistake(rule: unknown): Mistake | undefined {
  const children = typeof rule === 'string' ? childrenOf(rule) : 0;
  return children > 100
    ? {
        reason: 'The AlarmRule can specify as many as 100 "children" alarms.',
        remedy: 'put some of them into composite alarms of their own',
        got: `${children} alarms`,
      }
    : undefined;
}

function childrenOf(rule: string): number {
  try {
    return namesIn(parseCompositeRule(rule)).length;
  } catch {
    return 0;
  }
}

function suppressorMistake(alarm: unknown): Mistake | undefined {
  const properties = recordIn(alarm);
  const periods = ['ActionsSuppressorWaitPeriod', 'ActionsSuppressorExtensionPeriod'];
  const missing = periods.find((period) => isMissing(properties[period]));
  if (isThere(properties['ActionsSuppressor']) && missing !== undefined) {
    const name = missing === periods[0] ? 'WaitPeriod' : 'ExtensionPeriod';
    const reason = `${name} is required only when ActionsSuppressor is specified.`;
    return { reason, remedy: `give ${missing}`, property: missing, got: null };
  }
  return undefined;
}
