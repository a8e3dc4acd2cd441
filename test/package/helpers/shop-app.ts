import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmptyFolder } from './empty-folder';

const BIN = join(__dirname, '..', '..', '..', 'bin');

/** The example app, as its owner writes it who has the package in place of this repository. */
const APP = ['understudy', 'emergency-page', 'store-documents'];

/** Puts the example app into a folder, in TypeScript and compiled by hand into what a JavaScript user writes. */
export function writeShopApp(folder: EmptyFolder): void {
  for (const name of APP) {
    const source = readFileSync(join(BIN, `${name}.ts`), 'utf8').replaceAll(
      "from '../lib'",
      "from 'understudy'",
    );
    folder.write(`${name}.ts`, source);
  }
  folder.write(
    'cdk.json',
    readFileSync(join(BIN, '..', 'cdk.json'), 'utf8').replace('npx tsx bin/', 'npx tsx '),
  );
  folder.write('public-types.ts', PUBLIC_TYPES);
  folder.write('plain.js', PLAIN);
}

/** Uses each entry point, and names the type of each public member of the construct. */
const PUBLIC_TYPES = `
import { App, Stack } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import {
  type Channels,
  type EmergencySite,
  type HealthChecks,
  type Monitoring,
  type RunbookBucket,
  type StatusUpdates,
  type StoreAlarms,
  type Topics,
  type Understudy,
  type AnnouncerAlarms,
} from 'understudy';
import { type Report, rehearse } from 'understudy/rehearsal';
import { openWorld, type TestWorld } from 'understudy/testing';

export function partsOf({ distribution, emergencySite, healthChecks, monitoring }: Understudy) {
  const parts: readonly [Distribution, EmergencySite, HealthChecks, Monitoring] = [
    distribution,
    emergencySite,
    healthChecks,
    monitoring,
  ];
  const { topics, alarms, statusUpdates, watcherAlarms, channels, recordsBucket } = monitoring;
  const watched: readonly [Topics, StoreAlarms, StatusUpdates, AnnouncerAlarms, readonly Channels[], RunbookBucket] = [
    topics,
    alarms,
    statusUpdates,
    watcherAlarms,
    channels,
    recordsBucket,
  ];
  return { parts, watched };
}

export async function play(app: App): Promise<{ readonly report: Report; readonly world: TestWorld }> {
  new Stack(app, 'Other');
  const { report } = await rehearse(app, { scenarios: ['origin refuses'] });
  return { report, world: await openWorld(app) };
}
`;

/** An app in JavaScript with as little as a store needs. The topology is its first argument. */
export const PLAIN = `
const { App, Stack } = require('aws-cdk-lib');
const { StoreTarget, Understudy } = require('understudy');

const topologies = {
  edge: { kind: 'edge', primary: StoreTarget.hostName('lb.example.net') },
  dns: { kind: 'dns', primary: StoreTarget.ipAddresses(['23.227.38.65'], ['2620:127:f00f:5::']) },
};
const app = new App({ outdir: process.argv[3] });
new Understudy(new Stack(app, 'Shop', { env: { region: 'us-east-1' } }), 'Understudy', {
  domainName: 'shop.example.com',
  hostedZone: { hostedZoneId: 'Z0123456789EXAMPLE', zoneName: 'example.com' },
  topology: topologies[process.argv[2]],
  healthChecks: {
    endpoints: [{ name: 'home', path: '/', searchString: 'Example Shop', critical: true }],
  },
  onCall: { emails: ['on-call@example.com'], runbookUrl: 'https://wiki.example.com/store-down' },
  page: { storeName: 'Example Shop', contact: { email: 'help@example.com' } },
});
if (process.argv[4] === 'cdk-nag 2') {
  const { AwsSolutionsChecks } = require('cdk-nag-2');
  require('aws-cdk-lib').Aspects.of(app).add(new AwsSolutionsChecks());
}
if (process.argv[4] === 'cdk-nag 3') {
  const { AwsSolutionsChecks } = require('cdk-nag-3');
  require('aws-cdk-lib').Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
}
app.synth();
const loaded = Object.keys(require.cache);
console.log(JSON.stringify(loaded));
`;
