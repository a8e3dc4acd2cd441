import {
  type Block,
  type Cell,
  type Document,
  type Link,
  paragraph,
  type Section,
  table,
} from '../../../lambda/document/document';
import { severityOf } from '../../../lambda/status-update/contract/severity';
import type { Symptom } from '../../../lambda/status-update/contract/symptom';
import { phoneAddress } from '../../page/page-details';
import type { OnCallContact } from '../../understudy-props';
import type { AlarmText } from '../alarms/alarm-description';
import { alarmItself, type Check, type CheckFor } from './check';

/** An alarm, as the runbook needs to know it. */
export interface RunbookAlarm {
  readonly alarmName: string;
  readonly text: AlarmText;
  /** What to look at besides the alarm itself. */
  readonly check: CheckFor;
}

/** What the runbook says besides alarms. */
export interface RunbookContext {
  readonly domainName: string;
  /** The user's own runbook. */
  readonly runbookUrl: string;
  readonly dashboardUrl: string;
  /** Where the console shows the report of the last drill, which is written later than this. */
  readonly lastDrillUrl: string;
  /** A role. */
  readonly owner: string;
  /** Whom to call, by role, the first one first. May be empty. */
  readonly contacts: readonly OnCallContact[];
  /** What can be wrong with the store, the first to restore first. */
  readonly symptoms: readonly Symptom[];
}

/** The id of the section about an alarm. */
export const sectionOf = (domainName: string, alarmName: string): string =>
  alarmName.slice(`${domainName}-`.length);

/** The runbook of a store: what fits a phone's screen first, then what to do about what, then each alarm. */
export function runbookDocument(alarms: readonly RunbookAlarm[], context: RunbookContext): Document {
  return {
    title: `Runbook: ${context.domainName}`,
    sections: [
      { heading: 'First', blocks: [{ kind: 'buttons', links: firstTaps(context) }] },
      { heading: 'Whom to call', blocks: whomToCall(context) },
      ...restoring(context.symptoms),
      { heading: 'What you see, what to do first', blocks: [firstMoves(alarms, context)] },
      { heading: 'Lines to copy', blocks: LINES_TO_COPY },
      {
        heading: 'More',
        blocks: [
          { kind: 'link', text: 'Your own runbook', url: context.runbookUrl },
          { kind: 'link', text: 'Report of the last drill', url: context.lastDrillUrl },
          paragraph('If that report is missing, nobody has drilled this store yet: npx understudy drill +1h'),
        ],
      },
      ...alarms.map((alarm) => alarmSection(alarm, context)),
    ],
  };
}

function firstTaps({ domainName, dashboardUrl, contacts }: RunbookContext): readonly Link[] {
  const [call] = contacts.flatMap(({ role, reach }) => {
    const url = reachLink(reach);
    return url?.startsWith('tel:') ? [{ text: `Call ${role}: ${reach}`, url }] : [];
  });
  return [
    { text: 'Open the shop', url: `https://${domainName}/` },
    { text: 'Open the dashboard', url: dashboardUrl },
    ...(call ? [call] : []),
  ];
}

function firstMoves(alarms: readonly RunbookAlarm[], { domainName }: RunbookContext): Block {
  return table(
    ['Alarm', 'First move', 'Command'],
    alarms.map(({ alarmName, text, check }): readonly Cell[] => {
      const id = sectionOf(domainName, alarmName);
      return [{ text: id, url: `#${id}` }, text.action, { code: check(alarmName).command }];
    }),
  );
}

/** Each changes something, unlike the checks below. */
const LINES_TO_COPY: readonly Block[] = [
  paragraph('You have it? Tell the others, and nobody else is called:'),
  { kind: 'code', text: 'npx understudy ack' },
  paragraph('Tell shoppers and on-call how it is:'),
  { kind: 'code', text: 'npx understudy announce "We have found the cause and are fixing it."' },
  paragraph('Was the last deployment the cause? Roll it back as you deploy, then say what is out now:'),
  { kind: 'code', text: 'npx understudy deployed <version>' },
  paragraph('Where does Route 53 send shoppers, and why? This line only looks:'),
  { kind: 'code', text: 'npx understudy failover' },
  paragraph('The store is well, and a health check is wrong? Keep shoppers at the store:'),
  { kind: 'code', text: 'npx understudy failover hold primary --for 1h' },
];

function whomToCall({ owner, contacts, domainName }: RunbookContext): Block[] {
  return [
    paragraph(`${owner} owns incidents of ${domainName}.`),
    ...contacts.map(({ role, reach }): Block => {
      const url = reachLink(reach);
      const text = `${role}: ${reach}`;
      return url ? { kind: 'link', text, url } : paragraph(text);
    }),
    ...(contacts.length > 1
      ? [paragraph('Nobody answers within 15 minutes? Call the next one on this list.')]
      : []),
  ];
}

function alarmSection({ alarmName, text, check }: RunbookAlarm, { domainName }: RunbookContext): Section {
  return {
    heading: alarmName,
    id: sectionOf(domainName, alarmName),
    blocks: [
      paragraph(text.impact),
      paragraph(`Do this: ${text.action}`),
      ...[alarmItself(alarmName), check(alarmName)].flatMap(checkBlocks),
    ],
  };
}

/** As a sentence, as a link, and as a line for those who have a shell. */
const checkBlocks = ({ question, expected, link, command }: Check): readonly Block[] => [
  paragraph(`${question} When all is well: ${expected}`),
  { kind: 'link', ...link },
  { kind: 'code', text: command },
];

const PHONE = /^[+(]?\d[\d\s().-]{4,}\d$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** What reaches a person by a tap: a call, an e-mail, a page. Undefined for words such as "ask the night shift". */
export function reachLink(reach: string): string | undefined {
  if (PHONE.test(reach)) {
    return phoneAddress(reach);
  }
  if (EMAIL.test(reach)) {
    return `mailto:${reach}`;
  }
  return reach.startsWith('https://') ? reach : undefined;
}

/** In which order endpoints are restored, where there is more than one. */
function restoring(symptoms: readonly Symptom[]): readonly Section[] {
  const endpoints = symptoms.filter(({ watches }) => watches === 'endpoint');
  const rows = endpoints.map((symptom, index) => [
    `${index + 1}`,
    symptom.label,
    severityOf(symptom),
    symptom.kind === 'store-down' ? 'closed' : 'open',
  ]);
  const heads = ['Order', 'Endpoint', 'While it is down', 'The store is'];
  return endpoints.length < 2
    ? []
    : [{ heading: 'What to restore first, if several are down', blocks: [table(heads, rows)] }];
}
