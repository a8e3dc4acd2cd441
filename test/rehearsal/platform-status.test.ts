import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { StoreTarget, Understudy } from '../../lib';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import type { Scenario } from '../../lib/rehearsal/scenario/scenario';
import { APP_CONTEXT, storeProps } from '../helpers/store-props';
import { ORIGIN_REFUSES } from './helpers/origin-refuses';

const TROUBLE: Scenario = {
  ...ORIGIN_REFUSES,
  faults: [
    ...ORIGIN_REFUSES.faults,
    {
      kind: 'platform trouble',
      components: ['Checkout'],
      fromSeconds: 0,
      toSeconds: 600,
      text: 'the platform says so',
    },
  ],
};

describe('rehearsal of a hosted shop', () => {
  let outdir: string;
  beforeAll(() => {
    outdir = mkdtempSync(join(tmpdir(), 'understudy-platform-'));
    const app = new App({ outdir, context: APP_CONTEXT, builtinCloudFormationValidation: false });
    const stack = new Stack(app, 'Understudy', { env: { region: 'us-east-1' } });
    new Understudy(stack, 'Understudy', {
      ...storeProps(),
      topology: { kind: 'dns', primary: StoreTarget.ipAddresses(['23.227.38.65']) },
      platformStatusUrl: 'https://www.shopifystatus.com/api/v2/summary.json',
    });
    app.synth();
  });
  afterAll(() => rmSync(outdir, { recursive: true }));

  /** The lines about the platform in the first message of the incident, and how bad it is. */
  async function firstMessage(scenario: Scenario) {
    const { events } = await rehearse({ assembly: outdir, scenario });
    const messages = events.filter((event) => event.kind === 'message');
    const { subject = '', body = '' } = messages.find(({ protocol }) => protocol === 'email') ?? {};
    return { severity: /^\[SEV\d\] \w+/.exec(subject)?.[0], said: /Platform (.*)/.exec(body)?.[1] };
  }

  test.each([
    ['tells of an outage', TROUBLE, /^shopifystatus says: partial outage since \d\d:\d\d UTC \(Checkout\)$/],
    ['is well', ORIGIN_REFUSES, /^shopifystatus says: all is well$/],
  ])('quotes a platform that %s, which changes nothing else', async (_, scenario, expected) => {
    const { severity, said } = await firstMessage(scenario);
    expect(severity).toBe('[SEV1] INVESTIGATING');
    expect(said).toMatch(expected);
  });
});
