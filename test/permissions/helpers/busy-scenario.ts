import { parseScenario } from '../../../lib/rehearsal/scenario/parse-scenario';

/**
 * Has the stack do all that its roles are there for: an outage that nobody acknowledges, so that the second contact is
 * told; a hold that is made, changed and ends by its schedule, for nothing else works; and one that is ended by hand.
 */
export const BUSY = parseScenario(
  `
name: everything is asked for
hypothesis: every permission is used
likelihood: 1
impact: 1
owner: me
faults:
  - kind: refuses
    fromSeconds: 60
    toSeconds: 2160
  - kind: functions fail
    fromSeconds: 1920
    toSeconds: 2080
people:
  - kind: failover hold
    atSeconds: 960
    side: secondary
    lastsSeconds: 600
  - kind: failover hold
    atSeconds: 1080
    side: secondary
    lastsSeconds: 900
  - kind: failover hold
    atSeconds: 2100
    side: secondary
    lastsSeconds: 3600
  - kind: failover auto
    atSeconds: 2220
endSeconds: 2700
`,
  'busy.yaml',
);
