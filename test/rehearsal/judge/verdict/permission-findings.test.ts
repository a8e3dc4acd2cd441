import { permissionFindings } from '../../../../lib/rehearsal/judge/verdict/permission-findings';
import type { TimedEvent } from '../../../../lib/rehearsal/kernel/event-log';

const asked = (outcome: 'denied' | 'unknown', action: string, resource = 'topic'): TimedEvent => ({
  ...{ kind: 'permission', outcome, action, resource },
  ...{ caller: 'updates', because: 'AWS says so', atMs: 0 },
});

describe('permissions in the verdict', () => {
  test('are not spoken of where nothing is missing', () => {
    expect(permissionFindings([])).toEqual([]);
  });

  test('miss, with what comes of it, where a call is refused', () => {
    const events = [asked('denied', 'sns:Publish'), asked('denied', 'route53:GetHealthCheck', 'check')];
    expect(permissionFindings(events)).toMatchObject([
      {
        what: 'calls that AWS refuses: updates may not sns:Publish on topic: nobody is told; updates may not route53:GetHealthCheck on check: it goes without',
        measured: 2,
        passed: false,
        unit: 'calls',
      },
    ]);
  });

  test('pass and yet are no promise where nobody can tell', () => {
    expect(permissionFindings([asked('unknown', 'sns:Publish')])).toMatchObject([
      {
        what: 'calls that AWS may refuse, for not every policy is known: updates may not sns:Publish on topic',
        ...{ measured: 0, mayReach: 1, atMost: 0, passed: true },
      },
    ]);
  });
});
