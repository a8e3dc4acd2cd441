import { End } from '../../../lib/rehearsal/live/end';

describe('end', () => {
  test('closes what was opened last first, each once, and then tells those who wait', async () => {
    const end = new End();
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
    const end = new End();
    end.fail(new Error('a task failed'));
    await end.reach();
    await expect(end.reached).rejects.toThrow('a task failed');
  });
});
