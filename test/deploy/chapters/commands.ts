import type { Step } from '../steps';
import type { World } from '../world';
import { says, saysWith } from './says';

/** Commands that need no incident, given to a deployed store. */
export function commandSteps(assembly: string, world: World): readonly Step[] {
  const given = (title: string, expected: RegExp, ...args: string[]): Step => ({
    title: `understudy ${title}`,
    standsAlone: true,
    run: () => says(world, expected, ...args),
  });
  return [
    given('deployed notes a deployment', /v1\.2\.3/, 'deployed', 'v1.2.3', '--yes'),
    given('note notes a campaign', /Launch/, 'note', 'campaign', 'Launch', '--yes'),
    given('drill declares one', /drill/, 'drill', '+1h', '--yes'),
    given('failover tells where Route 53 sends shoppers', /./, 'failover'),
    given('failover hold holds', /./, 'failover', 'hold', 'primary', '--yes'),
    given('failover auto gives it back', /./, 'failover', 'auto', '--yes'),
    given('maintenance opens a window', /./, 'maintenance', 'open', 'Work', '--to', '+1h', '--yes'),
    given('maintenance closes it', /./, 'maintenance', 'close', '--yes'),
    given('verify --app finds nothing in the way', /Nothing is in the way/, 'verify', '--app', assembly),
    {
      title: 'understudy verify finds all as it was deployed, but for the store, which does not exist',
      standsAlone: true,
      run: async () => {
        const bucket = await world.aws.output('EmergencyBucketName');
        const page = `${world.env['AWS_ENDPOINT_URL']}/${bucket}/understudy/index.html`;
        const found = /ok +emergency page[\s\S]*ok +record[\s\S]*WRONG +endpoint shop\.example\.com home/;
        return saysWith(1, world, found, 'verify', '--page-url', page);
      },
    },
  ];
}
