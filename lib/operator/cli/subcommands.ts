import { HOME_REGION } from '../../../lambda/shared/contract/home-region';
import type { Subcommand } from './subcommand';

/** When people need a command: headings of the help. */
export const GROUPS = {
  before: 'Before you deploy:',
  outage: 'In an outage:',
  always: 'At any time:',
} as const;

/** A command in the list of all. */
export interface ListedSubcommand {
  readonly name: string;
  readonly group: keyof typeof GROUPS;
  /** What it does, in a few words. */
  readonly summary: string;
  /** Loads its module: those of all commands together would take seconds. */
  readonly load: () => Subcommand;
}

/** What `npx understudy` can do, in the order of its help. */
export const SUBCOMMANDS: readonly ListedSubcommand[] = [
  {
    name: 'init',
    group: 'before',
    summary: 'describe your store and write a CDK app around it',
    load: () => (require('./init') as typeof import('./init')).init,
  },
  {
    name: 'rehearse',
    group: 'before',
    summary: 'play outages through your stack, on this machine',
    load: () => (require('./rehearse') as typeof import('./rehearse')).rehearse,
  },
  {
    name: 'page',
    group: 'before',
    summary: 'see the emergency page in every state and language',
    load: () => (require('./page') as typeof import('./page')).page,
  },
  {
    name: 'verify',
    group: 'before',
    summary: 'is everything as deployed, and would a deployment go through?',
    load: () => (require('./verify') as typeof import('./verify')).verify,
  },
  {
    name: 'confirm',
    group: 'before',
    summary: 'confirm subscriptions, so that only you can end them',
    load: () => (require('./confirm') as typeof import('./confirm')).confirm,
  },
  {
    name: 'status',
    group: 'outage',
    summary: 'show how things stand; changes nothing',
    load: () => (require('./status') as typeof import('./status')).status,
  },
  {
    name: 'ack',
    group: 'outage',
    summary: 'take the incident: everybody hears who has it',
    load: () => (require('./ack') as typeof import('./ack')).ack,
  },
  {
    name: 'announce',
    group: 'outage',
    summary: 'tell shoppers and on-call about the incident, or take it back',
    load: () => (require('./announce') as typeof import('./announce')).announce,
  },
  {
    name: 'failover',
    group: 'outage',
    summary: 'where Route 53 sends shoppers, and why; hold it there',
    load: () => (require('./failover') as typeof import('./failover')).failover,
  },
  {
    name: 'maintenance',
    group: 'always',
    summary: 'open or close a window for planned work',
    load: () => (require('./maintenance') as typeof import('./maintenance')).maintenance,
  },
  {
    name: 'drill',
    group: 'always',
    summary: 'mark what breaks next as a drill',
    load: () => (require('./drill') as typeof import('./drill')).drill,
  },
  {
    name: 'deployed',
    group: 'always',
    summary: 'note a deployment of the store',
    load: () => (require('./deployed') as typeof import('./deployed')).deployed,
  },
  {
    name: 'note',
    group: 'always',
    summary: 'note a change or a campaign',
    load: () => (require('./note') as typeof import('./note')).note,
  },
];

/** What the help ends with. Nothing breaks its lines. */
export const HELP_END = `
Each command explains itself: npx understudy <command> --help

Exit codes:
  0  done, and all is well
  1  something is wrong: a budget was missed, something is not as deployed, AWS
     or the store's function refused, you answered no
  2  it could not be done: a mistake on the command line, no credentials, no
     answer possible, nothing that can be rehearsed

With --json standard output is one JSON document with a "version"; people's
words go to standard error. Credentials come from the environment, as the AWS
CLI takes them. The stack is in ${HOME_REGION}.`;
