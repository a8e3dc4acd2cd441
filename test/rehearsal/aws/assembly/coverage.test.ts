import { z } from 'zod';
import { splitByCoverage } from '../../../../lib/rehearsal/aws/assembly/coverage';
import { ignored } from '../../../../lib/rehearsal/aws/assembly/resource-model';

const SCHEMA = z.object({
  Config: z.object({ Path: z.string().default('/'), Note: ignored('a note') }).optional(),
  Rules: z.array(z.object({ Id: z.string() })).default([]),
});
const either = (whenTrue: unknown, whenFalse: unknown) => ({ 'Fn::If': ['Wanted', whenTrue, whenFalse] });

describe('coverage of a choice between properties', () => {
  test.each([
    ['of an object', { Config: either({ Path: '/a' }, { Inverted: true }) }, ['Config.Inverted']],
    ['of a list', { Rules: either([], [{ Id: 'a', Prefix: 'x' }]) }, ['Rules.0.Prefix']],
    ['of an item', { Rules: [either({ Id: 'a' }, { Prefix: 'x' })] }, ['Rules.0.Prefix']],
    ['of another choice', { Config: either({}, either({ Note: 1 }, { Port: 80 })) }, ['Config.Port']],
  ])('finds what is not modelled in either value %s', (_name, properties, unsupported) => {
    expect(splitByCoverage(properties, SCHEMA).coverage.unsupported).toEqual(unsupported);
  });

  test('leaves out what is ignored in either value, and counts every property once', () => {
    const Config = either({ Path: '/a', Note: { 'Fn::GetAZs': '' } }, { Path: '/b', Note: 'b' });
    expect(splitByCoverage({ Config }, SCHEMA)).toEqual({
      kept: { Config: either({ Path: '/a' }, { Path: '/b' }) },
      coverage: {
        modelled: ['Config.Path'],
        ignored: [{ path: 'Config.Note', because: 'a note' }],
        unsupported: [],
      },
    });
  });

  test('leaves a choice between plain values as it is', () => {
    const properties = { Config: { Path: either('/a', { Ref: 'AWS::NoValue' }) } };
    expect(splitByCoverage(properties, SCHEMA)).toMatchObject({
      kept: properties,
      coverage: { modelled: ['Config.Path'], unsupported: [] },
    });
  });
});
