import { compareStack } from './compare-stack';
import type { Gap } from './gaps';

const TEMPLATE = { Resources: { Topic: { Type: 'AWS::SNS::Topic' }, Queue: { Type: 'AWS::SQS::Queue' } } };
const EXPECTED = {
  Topic: { DisplayName: 'Shop', SignatureVersion: '2' },
  Queue: { MessageRetentionPeriod: 60 },
};
const GAP: Gap = { type: 'AWS::SNS::Topic', path: 'signatureversion', because: 'a reason' };
const found = (properties: Record<string, unknown>) => ({ properties, attributes: {} });
const ALL = {
  Topic: found({ DisplayName: 'Shop', SignatureVersion: '2' }),
  Queue: found({ MessageRetentionPeriod: '60' }),
};

describe('a deployed stack', () => {
  test('is as the template says when all is there', () => {
    expect(compareStack(TEMPLATE, { expected: EXPECTED, actual: ALL }, [])).toEqual({
      mistakes: [],
      resources: 2,
      gaps: new Set(),
    });
  });

  test('is named with the property, what it should be and what it is', () => {
    const actual = { ...ALL, Queue: found({ MessageRetentionPeriod: '61' }) };
    expect(compareStack(TEMPLATE, { expected: EXPECTED, actual }, []).mistakes).toEqual([
      {
        logicalId: 'Queue',
        text: 'AWS::SQS::Queue Queue messageretentionperiod: the template says "60", there is "61"',
      },
    ]);
  });

  test('lacks a resource that no service has', () => {
    const { mistakes } = compareStack(TEMPLATE, { expected: EXPECTED, actual: { ...ALL, Queue: null } }, []);
    expect(mistakes).toEqual([{ logicalId: 'Queue', text: 'AWS::SQS::Queue Queue is not there' }]);
  });

  test('may lack what the emulator is known to lack, and says that it does', () => {
    const actual = { ...ALL, Topic: found({ DisplayName: 'Shop' }) };
    const { mistakes, gaps } = compareStack(TEMPLATE, { expected: EXPECTED, actual }, [GAP]);
    expect({ mistakes, gaps }).toEqual({ mistakes: [], gaps: new Set([GAP]) });
  });

  test.each<[string, Gap]>([
    ['of another type', { ...GAP, type: 'AWS::SQS::Queue' }],
    ['whose name only begins the same', { ...GAP, path: 'signature' }],
  ])('may not lack what falls into a gap %s', (_what, gap) => {
    const actual = { ...ALL, Topic: found({ DisplayName: 'Shop' }) };
    expect(compareStack(TEMPLATE, { expected: EXPECTED, actual }, [gap]).mistakes).toHaveLength(1);
  });
});
