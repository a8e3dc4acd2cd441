import { Duration } from 'aws-cdk-lib';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { parse } from 'yaml';
import { CDK_JSON, storeFile, VERSIONS } from '../../../lib/operator/init/app-files';
import { print } from '../../../lib/operator/init/code';
import { allMistakes } from '../../../lib/operator/init/mistakes';
import { propsOf } from '../../../lib/operator/init/store-code';
import { StoreTarget } from '../../../lib/store-target';
import { findMistakes } from '../../../lib/validation/validate-props';
import { dependencies, devDependencies } from '../../../package.json';
import { APP_CONTEXT } from '../../helpers/store-props';
import { ANSWERS, someAnswers } from './some-answers';

/** Runs TypeScript as a module that finds these packages and no others. */
function run(source: string): { readonly store?: unknown } {
  const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
  const packages: Readonly<Record<string, unknown>> = {
    'aws-cdk-lib': { Duration },
    understudy: { StoreTarget },
  };
  const module = { exports: {} };
  new Function('module', 'exports', 'require', code)(
    module,
    module.exports,
    (name: string) => packages[name],
  );
  return module.exports;
}

describe('the store file', () => {
  test('reads as a person would write it', () => {
    expect(storeFile({ ...ANSWERS, secondEmails: ['boss@example.com'] })).toBe(`\
import { StoreTarget, type UnderstudyProps } from 'understudy';

/**
 * The store, described: "npx understudy rehearse" plays outages through it, "npx cdk deploy" makes it
 * real. Where the zone has records of the shop already, deploy with cutOver: false first.
 */
export const store: UnderstudyProps = {
  domainName: 'shop.example.com',
  hostedZone: { hostedZoneId: 'Z0123456789EXAMPLE', zoneName: 'example.com' },
  topology: {
    kind: 'edge',
    primary: StoreTarget.loadBalancer('shop-1234.eu-central-1.elb.amazonaws.com', 'Z215JYRZR1TBD5'),
  },
  healthChecks: {
    endpoints: [
      // What needs more than 2 s counts as down: choose a light page.
      { name: 'home', path: '/', searchString: 'Example Shop', critical: true },
    ],
  },
  onCall: {
    emails: ['on-call@example.com'],
    runbookUrl: 'https://wiki.example.com/store-down',
    timeZone: 'Europe/Warsaw',
    // They are called when nobody has answered for ten minutes.
    escalation: { emails: ['boss@example.com'] },
  },
  page: { storeName: 'Example Shop', contact: { email: 'help@example.com' } },
};
`);
  });

  test('of any answers that are accepted is TypeScript that comes to the props that were checked', () => {
    let accepted = 0;
    fc.assert(
      fc.property(someAnswers, (answers) => {
        if (allMistakes(answers).length > 0) {
          return;
        }
        accepted += 1;
        const { store } = run(storeFile(answers));
        expect(store).toEqual(propsOf(answers));
        expect(findMistakes(store as never)).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(50);
  });

  test('holds any text as a literal that nothing in it can leave, and that shows what nobody sees', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const literal = print(text);
        expect(run(`export const store = ${literal}`).store).toBe(text);
        expect(literal).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
    );
  });
});

describe('the app around it', () => {
  test('pins the versions that this package is tested with', () => {
    const own: Readonly<Record<string, string>> = { ...devDependencies, ...dependencies };
    for (const [name, version] of Object.entries(VERSIONS)) {
      expect([name, version]).toEqual([name, own[name]]);
    }
  });

  test('has the feature flags of the example', () => {
    // The example is rehearsed in both topologies, an app of one's own as it is.
    const { 'understudy:topologies': _topologies, ...flags } = APP_CONTEXT;
    expect(parse(CDK_JSON).context).toEqual(flags);
  });
});
