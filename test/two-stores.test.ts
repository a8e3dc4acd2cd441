import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { PropsError, Understudy, type UnderstudyProps } from '../lib';
import { APP_CONTEXT, dnsProps, edgeProps } from './helpers/store-props';
import type { Properties } from './helpers/template';

const QUICK = {
  context: { ...APP_CONTEXT, 'aws:cdk:bundling-stacks': [] },
  builtinCloudFormationValidation: false,
};
const SHOP = edgeProps({ mirroredPathPatterns: ['/static/*'], sharedPathPatterns: ['/media/*'] });
const OUTLET = { ...SHOP, domainName: 'outlet.example.com' };
const KIOSK = { ...dnsProps({ alternateDomainNames: [] }), domainName: 'kiosk.example.com' };

/** One app with a stack of its own name, at the path that most have. */
function alone(stackName: string, props: UnderstudyProps): Template {
  const stack = new Stack(new App(QUICK), 'Understudy', { stackName, env: { region: 'us-east-1' } });
  new Understudy(stack, 'Understudy', props);
  return Template.fromStack(stack);
}

/** Several in one stack. */
function together(stores: Readonly<Record<string, UnderstudyProps>>): Template {
  const stack = new Stack(new App(QUICK), 'Stores', { env: { region: 'us-east-1' } });
  for (const [id, props] of Object.entries(stores)) {
    new Understudy(stack, id, props);
  }
  return Template.fromStack(stack);
}

/** What an account or CloudFormation knows resources by: `type name`. Names of a whole other kind are left out. */
function uniqueNames(template: Template): string[] {
  return Object.values<Properties>(template.toJSON().Resources).flatMap(
    ({ Type: type, Properties: own = {} }) =>
      [own, ...Object.values<Properties>(own).filter((value) => /Config$/.test(keyOf(own, value)))]
        .flatMap((properties) => NAMES.flatMap((key) => properties?.[key] ?? []))
        .filter((name) => typeof name === 'string' && !SHARED.test(type))
        .map((name) => `${type} ${name}`),
  );
}

const NAMES = ['Name', 'AlarmName', 'DashboardName', 'RestApiName'];
const SHARED = /^AWS::Route53::|^AWS::IAM::/;
const keyOf = (object: Properties, value: unknown): string =>
  Object.keys(object).find((key) => object[key] === value) ?? '';

describe('two stores beside each other', () => {
  test.each([
    ['in one stack', () => uniqueNames(together({ Shop: SHOP, Outlet: OUTLET, Kiosk: KIOSK }))],
    [
      'in one account, in apps that look the same',
      () => [...uniqueNames(alone('Shop', SHOP)), ...uniqueNames(alone('Outlet', OUTLET))],
    ],
  ])('share no name that is unique in an account: %s', (_where, namesOf) => {
    const names = namesOf();
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
    expect(names.some((name) => name.startsWith('AWS::CloudFront::CachePolicy shop-example-com-'))).toBe(
      true,
    );
    expect(names.some((name) => name.startsWith('AWS::CloudFront::Function outlet-example-com-'))).toBe(true);
  });

  test('keep the delivery source of a stack that has its name from its id, for a distribution may have no second one', () => {
    expect(uniqueNames(alone('Understudy', SHOP))).toContain(
      'AWS::Logs::DeliverySource Understudy-Edge-ViewerLogs-442F4F78',
    );
  });

  test('fails when the stack describes one store twice', () => {
    const stack = new Stack(new App(QUICK), 'Stores');
    stack.addMetadata('Understudy', { domainName: 'shop.example.com' });
    expect(() => new Understudy(stack, 'Shop', SHOP)).toThrow(
      new PropsError(
        'domainName: must be unique in stack Stores, got "shop.example.com"; describe each store once',
      ),
    );
  });

  test('have names that are short enough, however long the store is called', () => {
    const domainName = `${'a'.repeat(50)}.${'b'.repeat(50)}.example.com`;
    const names = uniqueNames(
      alone('Shop', {
        ...SHOP,
        domainName,
        certificate: undefined,
        topology: { ...SHOP.topology, alternateDomainNames: ['s.example.com'] } as never,
      }),
    );
    const functions = names.filter((name) => /CloudFront::(Function|OriginAccessControl) /.test(name));
    expect(functions.map((name) => (name.split(' ')[1] ?? '').length)).toEqual([64, 64]);
  });
});
