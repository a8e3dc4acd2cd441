import type { EventLog } from '../../kernel/event-log';
import type { Deployment } from '../assembly/deployment';
import { ACCOUNT_ID } from '../assembly/physical-ids';
import { disabledKeys, keysOf } from '../kms/encryption';
import { accessDenied } from './access-denied';
import type { Caller } from './caller';
import { keyCalls } from './key-calls';
import { permissionsOf } from './permissions';
import { readText } from './read-leniently';
import type { RequestContext } from './rules/condition';
import type { Call } from './rules/evaluate';

/** A call that AWS refuses. */
export interface Refusal {
  readonly call: Call;
  /** As AWS words it. */
  readonly message: string;
}

/** What emulators ask of a {@link Gatekeeper}. */
export type Gate = Pick<Gatekeeper, 'function' | 'refuse' | 'refuseService'>;

/** Decides on every call of a rehearsal, and writes down once what is refused and what can't be told. */
export class Gatekeeper {
  private readonly noted = new Set<string>();
  private readonly keys: ReadonlyMap<string, string>;
  private readonly disabledKeys: ReadonlySet<string>;
  private readonly functions: ReadonlyMap<string, Caller>;

  constructor(
    private readonly deployment: Deployment,
    private readonly log: Pick<EventLog, 'record'>,
  ) {
    this.keys = keysOf(deployment);
    this.disabledKeys = disabledKeys(deployment);
    this.functions = new Map(
      deployment.resources
        .filter(({ type }) => type === 'AWS::Lambda::Function')
        .map((resource) => {
          const name = readText({ Ref: resource.logicalId }, resource, deployment) ?? '';
          const arn =
            readText(resource.properties['Role'], resource, deployment) ?? 'a role that is not known';
          return [name, { kind: 'role', arn, session: name }];
        }),
    );
  }

  /** The role that a function acts as; undefined for what is no function of the assembly. */
  function(name: string): Caller | undefined {
    return this.functions.get(name);
  }

  /**
   * What stands against some calls, all of which are needed. What is encrypted needs its key too. What can't be told is let
   * through.
   *
   * @returns the first that is refused, or undefined
   */
  refuse(caller: Caller, calls: readonly Call[]): Refusal | undefined {
    for (const call of calls.map((one) => withContext(caller, one))) {
      for (const needed of [call, ...keyCalls(caller, call, this.keys)]) {
        const message = this.judge(caller, needed);
        if (message !== undefined) {
          return { call: needed, message };
        }
      }
    }
    return undefined;
  }

  /**
   * The same of a service that acts by itself, for something of the assembly.
   *
   * @param source its ARN
   * @param more what else is known of the request. @default - nothing
   */
  refuseService(
    name: string,
    source: string,
    calls: readonly Omit<Call, 'context'>[],
    more: RequestContext = {},
  ): Refusal | undefined {
    const context = { 'aws:sourcearn': source, 'aws:sourceaccount': ACCOUNT_ID, ...more };
    return this.refuse(
      { kind: 'service', name },
      calls.map((call) => ({ ...call, context })),
    );
  }

  private judge(caller: Caller, call: Call): string | undefined {
    const decision = this.decide(caller, call);
    if (decision === undefined) {
      return undefined;
    }
    this.note(caller, call, decision.outcome, decision.because);
    return decision.outcome === 'denied' ? decision.because : undefined;
  }

  private decide(
    caller: Caller,
    call: Call,
  ): { readonly outcome: 'denied' | 'unknown'; readonly because: string } | undefined {
    if (this.disabledKeys.has(call.resource)) {
      return { outcome: 'denied', because: `${call.resource} is disabled.` };
    }
    const decision = permissionsOf(this.deployment).decide(caller, call);
    switch (decision.kind) {
      case 'allowed':
        return undefined;
      case 'unknown':
        return { outcome: 'unknown', because: 'the templates do not tell' };
      case 'denied':
        return { outcome: 'denied', because: accessDenied(caller, call, decision) };
    }
  }

  private note(
    caller: Caller,
    { action, resource }: Call,
    outcome: 'denied' | 'unknown',
    because: string,
  ): void {
    const who = caller.kind === 'service' ? caller.name : caller.session;
    const key = [who, action, resource].join(' ');
    if (this.noted.has(key)) {
      return;
    }
    this.noted.add(key);
    this.log.record({ kind: 'permission', outcome, caller: who, action, resource, because });
  }
}

/**
 * What every request of a caller has. Emulation: all of them come over TLS.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function withContext(caller: Caller, call: Call): Call {
  const own: RequestContext =
    caller.kind === 'role'
      ? { 'aws:principalarn': caller.arn, 'aws:sourceowner': ACCOUNT_ID }
      : // The policy that a topic has from the start lets the alarms of its account publish.
        caller.name === 'cloudwatch.amazonaws.com'
        ? { 'aws:sourceowner': ACCOUNT_ID }
        : {};
  return { ...call, context: { 'aws:securetransport': 'true', ...own, ...call.context } };
}
