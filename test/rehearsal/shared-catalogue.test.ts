import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { builtInScenario } from '../../lib/rehearsal/scenario/load-scenario';
import { editedAssembly } from './helpers/edited-assembly';
import { distribution } from './helpers/template-edits';

test('a launch that knocks the store over does not even begin to where its catalogue is shared', async () => {
  const shared = await editedAssembly(
    'edge',
    distribution(({ CacheBehaviors }) => {
      const media = CacheBehaviors.find(
        ({ PathPattern }: { PathPattern: string }) => PathPattern === '/media/*',
      );
      CacheBehaviors.push({ ...media, PathPattern: '/products/*' });
    }),
  );
  try {
    const { verdict } = await rehearse({
      assembly: shared.directory,
      scenario: builtInScenario('launch spike'),
    });
    expect(verdict.findings.filter(({ passed }) => !passed)).toEqual([]);
    expect(verdict.knownGap).toContain('this store takes so many shoppers');
    expect(verdict.waits.p99Ms).toBeLessThan(1_000);
    expect(verdict.times.worstWaitMs).toBeLessThan(1_500);
    expect(verdict.times.firstPageMs).toBeUndefined();
  } finally {
    shared.remove();
  }
});
