import { TICK_MINUTES } from '../../../lambda/status-update/contract/tick';
import { sendHeartbeat } from '../../../lambda/status-update/heartbeat';
import { StepErrors } from '../../../lambda/status-update/problems';
import { FakeWorld } from './helpers/fake-world';
import { memoryStore } from './helpers/memory-store';
import { SETTINGS } from './helpers/settings';

/** A function that beats whenever it is asked to and a beat is due. */
function aHeart() {
  const world = new FakeWorld();
  const ports = world.ports(memoryStore());
  const beat = async (audit = ports.audit) =>
    sendHeartbeat(
      { ports: { ...ports, audit }, settings: SETTINGS, problems: new StepErrors() },
      await ports.store.load(),
    );
  return { world, beat };
}

describe('heartbeat', () => {
  test('says that status updates work, to the audit topic alone', async () => {
    const { world, beat } = aHeart();
    await beat();
    expect(world.heartbeats).toEqual([
      {
        subject: '[OK] shop.example.com: status updates work',
        body: '[OK] shop.example.com: status updates work. Checked at 2025-03-01 10:00 UTC (11:00 Europe/Warsaw). No action needed. If this daily message stops arriving, investigate.',
        sms: '(OK) shop.example.com: status updates work',
      },
    ]);
    expect(world.messages).toEqual([]);
  });

  test.each([
    [5, 1],
    [24 * 60 - TICK_MINUTES - 1, 1],
    [24 * 60 - TICK_MINUTES, 2],
    [24 * 60, 2],
  ])('comes once a day: after %i more minutes there are %i', async (minutes, beats) => {
    const { world, beat } = aHeart();
    await beat();
    world.wait(minutes);
    await beat();
    expect(world.heartbeats).toHaveLength(beats);
  });

  test('comes with the next wake-up when it could not be sent', async () => {
    const { world, beat } = aHeart();
    const broken = { publish: () => Promise.reject(new Error('no permission')) };
    await expect(beat(broken)).rejects.toThrow('no permission');
    await beat();
    expect(world.heartbeats).toHaveLength(1);
  });
});
