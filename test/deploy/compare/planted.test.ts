import { PLANTED, plant } from './planted';

const topic = (name: string) => ({ Type: 'AWS::SNS::Topic', Properties: { Name: name } });
const NAME = { type: 'AWS::SNS::Topic', path: ['Name'], wrong: 'b' };

describe('wrong properties', () => {
  test('are at least ten, each of a value that nothing else has', () => {
    expect(PLANTED.length).toBeGreaterThanOrEqual(10);
    expect(new Set(PLANTED.map(({ type, path }) => `${type} ${path.join('.')}`)).size).toBe(PLANTED.length);
  });

  test('go into a copy, each into a resource of its own', () => {
    const template = { Resources: { One: topic('a'), Two: topic('a') } };
    expect(plant(template, [NAME, { ...NAME, wrong: 'c' }])).toEqual({
      template: {
        Resources: {
          One: topic('b'),
          Two: topic('c'),
        },
      },
      resources: new Set(['One', 'Two']),
    });
    expect(template.Resources.One.Properties.Name).toBe('a');
  });

  test('fail when they find no place', () => {
    expect(() => plant({ Resources: {} }, [NAME])).toThrow(
      'no AWS::SNS::Topic has Name; plant something else in planted.ts',
    );
  });
});
