import type { Settings } from '../../../../lambda/status-update/settings';
import { SYMPTOMS } from './symptoms';

/** Settings of the shop `shop.example.com` behind CloudFront. */
export const SETTINGS: Settings = {
  SYMPTOMS: [...SYMPTOMS],
  STORE: {
    domainName: 'shop.example.com',
    storeName: 'Example Shop',
    languages: ['en', 'pl'],
    topology: 'edge',
    runbookUrl: 'https://wiki.example.com/runbooks/store-down',
    owner: 'oncall-shop',
    timeZone: 'Europe/Warsaw',
    stepsUrl:
      'https://d111111abcdef8.cloudfront.net/understudy/1234abcd-12ab-34cd-56ef-1234567890ab/runbook.html',
    dashboardUrl:
      'https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards/dashboard/shop-example-com',
    holdMinutes: 5,
    longOutageHours: 24,
    contacts: [],
    standby: false,
  },
  SETTINGS_KEY: 'settings/1234.json',
  SETTINGS_IDS: 'abcd1234',
  THRESHOLD: 2,
  HOLD_ROLE_ARN: 'arn:aws:iam::111122223333:role/end-of-hold',
  TABLE_NAME: 'State',
  TOPIC_ARN: 'arn:aws:sns:us-east-1:111122223333:on-call',
  AUDIT_TOPIC_ARN: 'arn:aws:sns:us-east-1:111122223333:audit',
  RECORDS_BUCKET: 'records-bucket',
  SITE_BUCKET: 'site-bucket',
  SITE_PREFIX: 'understudy/',
  AWS_REGION: 'us-east-1',
};

/** The same shop with a front door of its own. */
export const DNS_SETTINGS: Settings = { ...SETTINGS, STORE: { ...SETTINGS.STORE, topology: 'dns' } };
