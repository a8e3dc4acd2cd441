import { Token } from 'aws-cdk-lib';
import type { OnCallProps } from '../understudy-props';
import { describeMistake } from './mistake';
import { validateChannels } from './validate-channels';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const E164 = /^\+[1-9]\d{6,14}$/;

/** One list of contacts, and what each of them must look like. */
interface ContactKind {
  readonly prop: string;
  readonly contacts: readonly string[];
  readonly isValid: (contact: string) => boolean;
  readonly problem: string;
  readonly remedy: string;
}

/** Mistakes in who is told. */
export function validateOnCall(onCall: OnCallProps): string[] {
  const kinds = contactKinds(onCall);
  return [
    ...requireContact(kinds),
    ...kinds.flatMap(validateContacts),
    ...validateChannels(onCall.channels),
    ...validateRunbookUrl(onCall.runbookUrl),
    ...validateTimeZone(onCall.timeZone),
  ];
}

function contactKinds({ emails = [], phoneNumbers = [], webhooks = [] }: OnCallProps): ContactKind[] {
  return [
    {
      prop: 'onCall.emails',
      contacts: emails,
      isValid: (email) => EMAIL.test(email),
      problem: 'must be an e-mail address',
      remedy: 'write it as name@example.com',
    },
    {
      prop: 'onCall.phoneNumbers',
      contacts: phoneNumbers,
      isValid: (phone) => E164.test(phone),
      problem: 'must be a phone number in E.164 form',
      remedy: 'write a plus, the country code and digits only, such as +48123456789',
    },
    {
      prop: 'onCall.webhooks',
      contacts: webhooks,
      isValid: (url) => hasProtocol(url, ['https:']),
      problem: 'must be an https URL',
      remedy: 'SNS sends messages about the store to it, so they must not be readable on the way',
    },
  ];
}

function requireContact(kinds: readonly ContactKind[]): string[] {
  if (kinds.some(({ contacts }) => contacts.length > 0)) {
    return [];
  }
  const remedy = 'set emails, phoneNumbers or webhooks, or nobody hears of an outage';
  return [describeMistake({ prop: 'onCall', problem: 'must have a contact', got: [], remedy })];
}

function validateContacts({ prop, contacts, isValid, problem, remedy }: ContactKind): string[] {
  return contacts.flatMap((got, index) =>
    Token.isUnresolved(got) || isValid(got)
      ? []
      : [describeMistake({ prop: `${prop}[${index}]`, problem, got, remedy })],
  );
}

function validateRunbookUrl(got: string): string[] {
  if (Token.isUnresolved(got) || hasProtocol(got, ['https:', 'http:'])) {
    return [];
  }
  const remedy = 'every message links it';
  return [
    describeMistake({ prop: 'onCall.runbookUrl', problem: 'must be an http or https URL', got, remedy }),
  ];
}

function validateTimeZone(got: string | undefined): string[] {
  if (got === undefined || Token.isUnresolved(got) || isTimeZone(got)) {
    return [];
  }
  const remedy = 'write an IANA name, such as Europe/Warsaw';
  return [describeMistake({ prop: 'onCall.timeZone', problem: 'must be a time zone', got, remedy })];
}

function hasProtocol(url: string, protocols: readonly string[]): boolean {
  return URL.canParse(url) && protocols.includes(new URL(url).protocol);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
