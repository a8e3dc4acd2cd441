import type { EscalationProps, OnCallProps } from '../understudy-props';
import { describeMistake } from './mistake';
import { validateLength, validateWhole } from './ranges';
import { isUnknown } from './unknown';
import { validateChannels } from './validate-channels';
import { validateTargets } from './validate-targets';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** Contacts that fit into one line of a message. */
const MAX_CONTACTS = 5;
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
  return [
    ...validatePeople('onCall', onCall),
    ...validateEscalation(onCall),
    ...validateRunbookUrl(onCall.runbookUrl),
    ...validateTimeZone(onCall.timeZone),
    ...validateHelpers(onCall.contacts),
    ...validateDurations(onCall),
    ...validateTargets(onCall),
  ];
}

/** Everybody who is told, at whatever stage. */
type People = Pick<EscalationProps, 'emails' | 'phoneNumbers' | 'webhooks' | 'channels'>;

function validatePeople(prop: string, people: People): string[] {
  const kinds = contactKinds(prop, people);
  return [
    ...validateContact(prop, kinds, people.channels),
    ...kinds.flatMap(validateContacts),
    ...validateChannels(people.channels, prop),
  ];
}

function validateEscalation({ escalation, ...first }: OnCallProps): string[] {
  if (escalation === undefined) {
    return [];
  }
  const minutes = escalation.after?.toMinutes({ integral: false });
  return [
    ...validatePeople('onCall.escalation', escalation),
    ...validateOthers(first, escalation),
    ...validateWhole('onCall.escalation.after', minutes, { unit: 'minutes', max: 120 }),
  ];
}

/** People who did not answer the first time are no fallback. */
function validateOthers(first: People, second: People): string[] {
  const known = contactKinds('onCall', first).flatMap(({ contacts }) => contacts);
  return contactKinds('onCall.escalation', second).flatMap(({ prop, contacts }) =>
    contacts.flatMap((got, index) => {
      const remedy = 'name somebody who is not told in the first place';
      const mistake = { prop: `${prop}[${index}]`, problem: 'must be somebody else', got, remedy };
      return isUnknown(got) || !known.includes(got) ? [] : [describeMistake(mistake)];
    }),
  );
}

function contactKinds(
  prop: string,
  { emails = [], phoneNumbers = [], webhooks = [] }: People,
): ContactKind[] {
  return [
    {
      prop: `${prop}.emails`,
      contacts: emails,
      isValid: (email) => EMAIL.test(email),
      problem: 'must be an e-mail address',
      remedy: 'write it as name@example.com',
    },
    {
      prop: `${prop}.phoneNumbers`,
      contacts: phoneNumbers,
      isValid: (phone) => E164.test(phone),
      problem: 'must be a phone number in E.164 form',
      remedy: 'write a plus, the country code and digits only, such as +48123456789',
    },
    {
      prop: `${prop}.webhooks`,
      contacts: webhooks,
      isValid: (url) => hasProtocol(url, ['https:']),
      problem: 'must be an https URL',
      remedy: 'SNS sends messages about the store to it, so they must not be readable on the way',
    },
  ];
}

/** A channel is enough: it hears of incidents, and of plain alarms when nothing else tells. */
function validateContact(
  prop: string,
  kinds: readonly ContactKind[],
  channels: People['channels'] = [],
): string[] {
  if (channels.length > 0 || kinds.some(({ contacts }) => contacts.length > 0)) {
    return [];
  }
  const remedy = 'set emails, phoneNumbers, webhooks or channels, or nobody hears of an outage';
  return [describeMistake({ prop, problem: 'must have a contact', got: [], remedy })];
}

function validateContacts({ prop, contacts, isValid, problem, remedy }: ContactKind): string[] {
  return contacts.flatMap((got, index) => {
    const where = `${prop}[${index}]`;
    if (isUnknown(got)) {
      return [];
    }
    if (!isValid(got)) {
      return [describeMistake({ prop: where, problem, got, remedy })];
    }
    return contacts.indexOf(got) < index ? [duplicate(where, got)] : [];
  });
}

/** A subscription is known by its endpoint, so a second one would be the same. */
function duplicate(prop: string, got: string): string {
  return describeMistake({ prop, problem: 'must be unique', got, remedy: 'name each contact once' });
}

function validateRunbookUrl(got: string): string[] {
  if (isUnknown(got) || hasProtocol(got, ['https:', 'http:'])) {
    return [];
  }
  const remedy = 'every message links it';
  return [
    describeMistake({ prop: 'onCall.runbookUrl', problem: 'must be an http or https URL', got, remedy }),
  ];
}

function validateTimeZone(got: string | undefined): string[] {
  if (got === undefined || isUnknown(got) || isTimeZone(got)) {
    return [];
  }
  const remedy = 'write an IANA name, such as Europe/Warsaw';
  return [describeMistake({ prop: 'onCall.timeZone', problem: 'must be a time zone', got, remedy })];
}

function validateHelpers(contacts: OnCallProps['contacts'] = []): string[] {
  const tooMany = contacts.length > MAX_CONTACTS;
  const remedy = `name at most ${MAX_CONTACTS}, or nobody reads them at night`;
  const mistake = { prop: 'onCall.contacts', problem: 'has too many', got: contacts.length, remedy };
  return [
    ...(tooMany ? [describeMistake(mistake)] : []),
    ...contacts.flatMap(({ role, reach }, index) => [
      ...validateLength(`onCall.contacts[${index}].role`, role, { min: 1, max: 40 }),
      ...validateLength(`onCall.contacts[${index}].reach`, reach, { min: 1, max: 60 }),
    ]),
  ];
}

function validateDurations({ monitoringHold, longOutage }: OnCallProps): string[] {
  const minutes = monitoringHold?.toMinutes({ integral: false });
  const hours = longOutage?.toHours({ integral: false });
  return [
    ...validateWhole('onCall.monitoringHold', minutes, { unit: 'minutes', max: 60 }),
    ...validateWhole('onCall.longOutage', hours, { unit: 'hours', max: 168 }),
  ];
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
