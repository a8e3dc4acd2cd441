import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import type { UnderstudyProps } from '../../lib/understudy-props';
import { warnOfMissingRobots } from '../../lib/validation/warn-of-missing-robots';
import { dnsProps, edgeProps } from '../helpers/store-props';

function warnings(props: UnderstudyProps): readonly unknown[] {
  const stack = new Stack(new App({ builtinCloudFormationValidation: false }), 'Store');
  warnOfMissingRobots(stack, props);
  return Annotations.fromStack(stack)
    .findWarning('*', Match.anyValue())
    .map(({ entry }) => entry.data);
}

describe('robots.txt', () => {
  test.each<[string, UnderstudyProps]>([
    ['edge', edgeProps({ mirroredPathPatterns: ['/static/*'] })],
    ['dns', { ...dnsProps(), documents: { '/sitemap.xml': '' } }],
  ])('is missed at synth: %s', (_topology, props) => {
    expect(warnings(props)).toEqual([
      expect.stringContaining('documents: has no /robots.txt, so it answers 503 while the store is closed'),
    ]);
  });

  test.each<[string, UnderstudyProps]>([
    ['a document', { ...dnsProps(), documents: { '/robots.txt': 'User-agent: *\n' } }],
    ['mirrored', edgeProps({ mirroredPathPatterns: ['/*.txt'] })],
  ])('is not missed when it is %s', (_what, props) => expect(warnings(props)).toEqual([]));
});
