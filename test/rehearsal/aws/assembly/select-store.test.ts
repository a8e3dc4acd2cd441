import type { AssemblyStack } from '../../../../lib/rehearsal/aws/assembly/assembly';
import { selectStore } from '../../../../lib/rehearsal/aws/assembly/select-store';
import { aResource, aStack } from '../../helpers/a-deployment';

const SHOP = { domainName: 'shop.example.com', path: 'Stores/Shop' };
const OUTLET = { domainName: 'outlet.example.com', path: 'Stores/ShopOutlet' };

/** Two stores in a stack, and a queue of neither. */
const stores: AssemblyStack = {
  ...aStack(
    Object.fromEntries(['ShopTopic', 'OutletTopic', 'Queue'].map((id) => [id, aResource('AWS::SNS::Topic')])),
    {
      Outputs: { ShopName: { Value: 'a' }, OutletName: { Value: 'b' } },
      Metadata: { Understudy: SHOP, 'Understudy outlet.example.com': OUTLET, Other: 1 },
    },
  ),
  name: 'Stores',
  constructPaths: new Map([
    ['ShopTopic', 'Stores/Shop/Topic/Resource'],
    ['OutletTopic', 'Stores/ShopOutlet/Topic/Resource'],
    ['Queue', 'Stores/Queue/Resource'],
    ['ShopName', 'Stores/Shop/Name'],
    ['OutletName', 'Stores/ShopOutlet/Name'],
  ]),
};
const single: AssemblyStack = {
  ...aStack({ Topic: aResource('AWS::SNS::Topic') }, { Metadata: { Understudy: SHOP } }),
  name: 'Single',
};

describe('a store of an assembly', () => {
  test.each([
    ['shop.example.com', ['ShopTopic', 'Queue'], ['ShopName'], SHOP],
    ['outlet.example.com', ['OutletTopic', 'Queue'], ['OutletName'], OUTLET],
  ])('is alone when it is chosen: %s', (name, resources, outputs, metadata) => {
    const [{ template } = single] = selectStore([stores], name);
    expect(Object.keys(template.Resources ?? {})).toEqual(resources);
    expect(Object.keys(template.Outputs ?? {})).toEqual(outputs);
    expect(template.Metadata).toEqual({ Other: 1, Understudy: metadata });
  });

  test('need not be named when it is the only one', () => {
    expect(selectStore([single])).toEqual([single]);
    expect(selectStore([single], 'shop.example.com')).toEqual([single]);
  });

  test('is called with its stack where two stacks describe it', () => {
    const again = { ...stores, name: 'Again', constructPaths: new Map([['ShopTopic', 'Again/Shop/Topic']]) };
    const inPlace = { ...single, constructPaths: new Map([['Topic', 'Stores/Shop/Topic']]) };
    expect(() => selectStore([inPlace, again], 'shop.example.com')).toThrow(
      '--store: must be one of Single/shop.example.com, Again/shop.example.com, outlet.example.com, got "shop.example.com"; ',
    );
  });

  test.each([
    [
      [stores],
      undefined,
      '--store: must be one of shop.example.com, outlet.example.com, got nothing; each store is rehearsed by itself',
    ],
    [
      [stores],
      'kiosk.example.com',
      '--store: must be one of shop.example.com, outlet.example.com, got "kiosk.example.com"; each store is rehearsed by itself',
    ],
    [
      [single],
      'outlet.example.com',
      '--store: must be one of shop.example.com, got "outlet.example.com"; each store is rehearsed by itself',
    ],
    [
      [aStack({})],
      'shop.example.com',
      '--store: has no store of Understudy\'s to choose, got "shop.example.com"; leave it out',
    ],
    [
      [{ ...stores, constructPaths: undefined }],
      'shop.example.com',
      'Stores: has several stores, and its assembly does not tell which resource is whose; run cdk synth again, with all of its files',
    ],
  ])('fails when nobody can tell which is meant', (stacks, name, message) => {
    expect(() => selectStore(stacks, name)).toThrow(
      expect.objectContaining({ code: 'STORE_NOT_CHOSEN', message }),
    );
  });
});
