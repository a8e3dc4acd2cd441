import { Buckets } from '../../../../lib/rehearsal/aws/s3/buckets';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { EventLog } from '../../../../lib/rehearsal/kernel/event-log';
import { stageFaults } from '../../../../lib/rehearsal/play/staging/stage-faults';
import type { ScenarioFault } from '../../../../lib/rehearsal/scenario/fault';
import { aDeployment, aResource } from '../../helpers/a-deployment';

const emptied = (fromSeconds: number, toSeconds: number): ScenarioFault => ({
  kind: 'emergency site emptied',
  fromSeconds,
  toSeconds,
  text: `emptied at ${fromSeconds}`,
});

const anObject = (text: string) => ({ body: Buffer.from(text), headers: {} });

/** A bucket with a page, on a stage with these faults; a status is written at 25 seconds. */
function stageWith(...faults: readonly ScenarioFault[]) {
  const clock = new VirtualClock(0);
  const log = new EventLog(() => clock.nowMs);
  const buckets = new Buckets(aDeployment({ Site: aResource('AWS::S3::Bucket', { BucketName: 'site' }) }));
  buckets.put('site', 'page', anObject('page'));
  buckets.put('site', 'status', anObject('old'));
  const felt = new Set<ScenarioFault>();
  stageFaults(faults, { clock, log, buckets, felt }, 0);
  clock.at(25_000, () => buckets.put('site', 'status', anObject('new')));
  const textOf = (key: string) => buckets.get('site', key)?.body.toString();
  const at = async (seconds: number) => {
    await clock.runUntil(seconds * 1000);
    return { page: textOf('page'), status: textOf('status') };
  };
  return { at, felt, log };
}

describe('emptied emergency site', () => {
  test('is back with the repair, but for what was overwritten', async () => {
    const { at } = stageWith(emptied(10, 40));
    expect(await at(9)).toEqual({ page: 'page', status: 'old' });
    expect(await at(10)).toEqual({});
    expect(await at(39)).toEqual({ status: 'new' });
    expect(await at(40)).toEqual({ page: 'page', status: 'new' });
  });

  test.each([
    ['the first', [emptied(10, 50), emptied(30, 60)]],
    ['the second', [emptied(10, 60), emptied(30, 50)]],
    ['the second, though it is written first', [emptied(30, 50), emptied(10, 60)]],
  ])('stays empty while one of two faults is there, when %s ends before the other', async (_, faults) => {
    const { at, felt } = stageWith(...faults);
    expect(await at(29)).toEqual({ status: 'new' });
    // What was written in the meantime is deleted too.
    expect(await at(30)).toEqual({});
    expect(await at(59)).toEqual({});
    expect(await at(60)).toEqual({ page: 'page', status: 'new' });
    expect(felt.size).toBe(2);
  });

  test('is emptied again as one fault ends and the next begins', async () => {
    const { at } = stageWith(emptied(10, 30), emptied(30, 50));
    expect(await at(30)).toEqual({});
    expect(await at(50)).toEqual({ page: 'page', status: 'new' });
  });
});

describe('fault of a scenario', () => {
  test('is in the story as it begins and as it ends', async () => {
    const { at, log } = stageWith(emptied(10, 40));
    await at(60);
    expect(log.events).toEqual([
      { atMs: 10_000, kind: 'fault', phase: 'starts', text: 'emptied at 10' },
      { atMs: 40_000, kind: 'fault', phase: 'ends', text: 'over: emptied at 10' },
    ]);
  });
});
