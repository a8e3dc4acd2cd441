import { Token } from 'aws-cdk-lib';
import {
  type Block,
  type Document,
  paragraph,
  type Section,
} from '../../lambda/status-update/document/document';
import { LAST_DRILL_KEY } from '../../lambda/status-update/review/last-drill-key';
import type { AlarmText } from '../alarms/alarm-description';
import type { OnCallContact } from '../understudy-props';
import { alarmItself, type CheckFor } from './check';

/** An alarm, as its runbook needs to know it. */
export interface RunbookAlarm {
  readonly alarmName: string;
  readonly text: AlarmText;
  /** What to look at besides the alarm itself. */
  readonly check: CheckFor;
}

/** What all runbooks of a store have in common. */
export interface RunbookContext {
  readonly domainName: string;
  /** The user's own runbook. */
  readonly runbookUrl: string;
  readonly dashboardUrl: string;
  /** A role. */
  readonly owner: string;
  /** Whom to call, by role. May be empty. */
  readonly contacts: readonly OnCallContact[];
  /** E-mail addresses and phone numbers that are told of every change. May be empty. */
  readonly subscribers: readonly string[];
}

/** The runbook of one alarm. */
export function runbookDocument(alarm: RunbookAlarm, context: RunbookContext): Document {
  const { alarmName, text } = alarm;
  return {
    title: `Runbook: ${alarmName}`,
    sections: [
      { heading: 'What it means', blocks: [paragraph(text.impact)] },
      checks(alarm),
      {
        heading: 'What to do',
        blocks: [
          paragraph(text.action),
          link('Your own runbook', context.runbookUrl),
          link('Dashboard', context.dashboardUrl),
        ],
      },
      whomToCall(context),
      {
        heading: 'How to verify',
        blocks: [
          paragraph(`Both checks above show what they should, and ${alarmName} is OK again by itself.`),
        ],
      },
      { heading: 'When it was last tested', blocks: [paragraph(LAST_TESTED)] },
    ],
  };
}

/** A runbook is written before any drill, so it can only say where the result will be. */
const LAST_TESTED = `See ${LAST_DRILL_KEY} in the bucket that holds this runbook: the report of the last drill, with its date and times. If there is none, nobody has drilled this store yet: run "npx understudy drill +1h", then break something on purpose.`;

function checks({ alarmName, check }: RunbookAlarm): Section {
  return {
    heading: 'Two checks that change nothing',
    blocks: [alarmItself(alarmName), check(alarmName)].flatMap(({ question, command, expected }): Block[] => [
      paragraph(question),
      { kind: 'code', text: command },
      paragraph(`When all is well: ${expected}`),
    ]),
  };
}

function whomToCall({ owner, contacts, subscribers, domainName }: RunbookContext): Section {
  return {
    heading: 'Whom to call',
    blocks: [
      paragraph(`${owner} owns incidents of ${domainName}.`),
      ...list(
        'Who can help:',
        contacts.map(({ role, reach }) => `${role}: ${known(reach)}`),
      ),
      ...list('Told of every change:', subscribers.map(known)),
      {
        kind: 'blank',
        prompt: 'Nobody answers within 15 minutes? Write down here, and in your own runbook, who is next.',
      },
    ],
  };
}

const list = (title: string, items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [paragraph(title), { kind: 'list', items }];

/** A value that only a deployment knows can't be written down at synth. */
const known = (text: string): string =>
  Token.isUnresolved(text) ? 'see the description of the alarm, or the topic' : text;

const link = (text: string, url: string): Block =>
  Token.isUnresolved(url) ? paragraph(`${text}: ${known(url)}`) : { kind: 'link', text, url };
