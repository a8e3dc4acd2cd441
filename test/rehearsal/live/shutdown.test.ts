import { Shutdown } from '../../../lib/rehearsal/live/shutdown';

describe('end', () => {
  test('closes what was opened last first, each once, and then tells those who wait', async () => {
    const end = new Shutdown();
    const closed: string[] = [];
    for (const name of ['world', 'shop', 'control']) {
      end.before(async () => void closed.push(name));
    }
    await end.reach();
    await end.reach();
    await end.reached;
    expect(closed).toEqual(['control', 'shop', 'world']);
  });

  test('passes the first failure on and can still be reached', async () => {
    const end = new Shutdown();
    end.fail(new Error('a task failed'));
    await end.reach();
    await expect(end.reached).rejects.toThrow('a task failed');
  });
});
