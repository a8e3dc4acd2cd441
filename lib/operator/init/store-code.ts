import type { UnderstudyProps } from '../../understudy-props';
import type { Answers } from './answers';
import { Call, type Code, Commented } from './code';
import { evaluate } from './evaluate';
import { argumentsOfPlace, kindOfPlace } from './place';
import { smallBudgets, smallHealthChecks } from './small';

/** The props that answers come to. They may have mistakes: `findMistakes` tells. */
export const propsOf = (answers: Answers): UnderstudyProps => evaluate(storeCode(answers)) as UnderstudyProps;

/** The props that answers come to, as code. */
export function storeCode(answers: Answers): Code {
  return {
    domainName: answers.domainName,
    hostedZone: { hostedZoneId: answers.zoneId, zoneName: answers.zoneName },
    topology: {
      kind: answers.topology,
      primary: placeOf(answers),
      alternateDomainNames: alternatesOf(answers),
    },
    healthChecks: healthChecksOf(answers),
    onCall: onCallOf(answers),
    page: pageOf(answers),
    ...(answers.small && { budgets: smallBudgets }),
  };
}

const placeOf = ({ store, loadBalancerZoneId }: Answers): Call =>
  new Call(`StoreTarget.${kindOfPlace(store)}`, argumentsOfPlace(store, loadBalancerZoneId));

/** With `dns` each name leads somewhere of its own, which is the same place more often than not. */
function alternatesOf(answers: Answers): Code | undefined {
  const { alternateNames, topology } = answers;
  if (alternateNames.length === 0) {
    return undefined;
  }
  if (topology === 'edge') {
    return alternateNames;
  }
  return alternateNames.map((domainName) => ({ domainName, primary: placeOf(answers) }));
}

function healthChecksOf(answers: Answers): Code {
  const { probedPath, probedText, probedHost, small, store } = answers;
  const place = kindOfPlace(store);
  // Elsewhere a text costs twice as much as in AWS, and small shops have no money for it.
  const searchString = small && place !== 'loadBalancer' ? false : probedText;
  const home = {
    name: 'home',
    path: probedPath,
    searchString,
    critical: true,
    hostName: place === 'hostName' ? probedHost : undefined,
  };
  const comment = 'What needs more than 2 s counts as down: choose a light page.';
  return { endpoints: [new Commented(comment, home)], ...(small && smallHealthChecks) };
}

function onCallOf(answers: Answers): Code {
  const second = contactsOf(answers.secondEmails, answers.secondPhoneNumbers, answers.secondWebhooks);
  return {
    ...contactsOf(answers.emails, answers.phoneNumbers, answers.webhooks),
    runbookUrl: answers.runbookUrl,
    // UTC is shown anyway.
    timeZone: answers.timeZone === 'UTC' ? undefined : textOf(answers.timeZone),
    escalation: Object.values(second).some((list) => list !== undefined)
      ? new Commented('They are called when nobody has answered for ten minutes.', second)
      : undefined,
  };
}

const contactsOf = (
  emails: readonly string[],
  phoneNumbers: readonly string[],
  webhooks: readonly string[],
) => ({ emails: listOf(emails), phoneNumbers: listOf(phoneNumbers), webhooks: listOf(webhooks) });

function pageOf({ storeName, languages, contactEmail, contactPhone }: Answers): Code {
  const [language = 'en'] = languages;
  return {
    storeName,
    language: language === 'en' ? undefined : language,
    languages: languages.length > 1 ? languages : undefined,
    contact: { email: textOf(contactEmail), phone: textOf(contactPhone) },
  };
}

const textOf = (text: string): string | undefined => (text === '' ? undefined : text);

const listOf = (list: readonly string[]): readonly string[] | undefined =>
  list.length === 0 ? undefined : list;
