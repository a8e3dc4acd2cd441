import fc from 'fast-check';
import type { Caller } from '../../../lib/rehearsal/aws/iam/caller';
import { type Call, evaluate, type Policies } from '../../../lib/rehearsal/aws/iam/rules/evaluate';
import { type Statement, statementsOf } from '../../../lib/rehearsal/aws/iam/statement';

const ROLE: Caller = { kind: 'role', arn: 'arn:aws:iam::123456789012:role/updates', session: 'updates' };
const SNS: Caller = { kind: 'service', name: 'sns.amazonaws.com' };
const CALL: Call = {
  action: 'kms:Decrypt',
  resource: 'arn:aws:kms:us-east-1:123456789012:key/1',
  context: {},
};

const statement = (Effect: string, but: object = {}): readonly Statement[] =>
  statementsOf({ Statement: { Effect, Action: 'kms:*', Resource: '*', ...but } });
const allow = statement('Allow');
const deny = statement('Deny');
const toAccount = statement('Allow', { Principal: { AWS: 'arn:aws:iam::123456789012:root' } });
const toNumber = statement('Allow', { Principal: { AWS: '123456789012' } });
const toRole = statement('Allow', { Principal: { AWS: ROLE.kind === 'role' ? ROLE.arn : '' } });
const toSns = statement('Allow', { Principal: { Service: 'sns.amazonaws.com' } });
const toAll = statement('Allow', { Principal: '*' });
const denyAll = statement('Deny', { Principal: { AWS: '*' } });
const denyAccount = statement('Deny', { Principal: { AWS: '123456789012' } });
const notAction = statementsOf({ Statement: { Effect: 'Allow', NotAction: 's3:*', Resource: '*' } });

const policies = (but: Partial<Policies>): Policies => ({
  identity: [],
  resource: [],
  identityIs: 'enough',
  ...but,
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html */
describe('call within an account', () => {
  test.each<[string, Caller, Partial<Policies>, string]>([
    ['nobody says anything', ROLE, {}, 'denied'],
    ['the role allows', ROLE, { identity: allow }, 'allowed'],
    ['the resource allows the role', ROLE, { resource: toRole }, 'allowed'],
    ['the resource allows everybody', ROLE, { resource: toAll }, 'allowed'],
    ['the resource allows the account', ROLE, { resource: toAccount }, 'denied'],
    ['the resource allows a service', ROLE, { resource: toSns }, 'denied'],
    ['the role allows and denies', ROLE, { identity: [...allow, ...deny] }, 'denied'],
    ['the role allows and the resource denies all', ROLE, { identity: allow, resource: denyAll }, 'denied'],
    [
      'the role allows and the resource denies the account',
      ROLE,
      { identity: allow, resource: denyAccount },
      'denied',
    ],
    ['the resource allows the service', SNS, { resource: toSns }, 'allowed'],
    ['the resource allows all, and a service asks', SNS, { resource: toAll }, 'denied'],
    ['the resource allows the service, and denies all', SNS, { resource: [...toSns, ...denyAll] }, 'denied'],
    ['the role allows all but some actions', ROLE, { identity: notAction }, 'unknown'],
    ['what allows is not known, and something denies', ROLE, { identity: [...notAction, ...deny] }, 'denied'],
    ['it can not be read', ROLE, { identity: statementsOf('nonsense') }, 'unknown'],
    [
      'it allows, and can not be read elsewhere',
      ROLE,
      { identity: [...allow, ...statementsOf(null)] },
      'unknown',
    ],
  ])('when %s', (_when, caller, given, expected) => {
    expect(evaluate(CALL, caller, policies(given)).kind).toBe(expected);
  });
});

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
describe('key of KMS', () => {
  test.each<[string, Partial<Policies>, string]>([
    ['lets the account decide, and the role allows', { identity: allow, resource: toAccount }, 'allowed'],
    ['lets the account decide, by its number', { identity: allow, resource: toNumber }, 'allowed'],
    ['lets the account decide, and the role says nothing', { resource: toAccount }, 'denied'],
    ['says nothing, and the role allows', { identity: allow }, 'denied'],
    ['allows the role itself', { resource: toRole }, 'allowed'],
  ])('that %s', (_what, given, expected) => {
    expect(evaluate(CALL, ROLE, policies({ ...given, identityIs: 'delegated' })).kind).toBe(expected);
  });
});

describe('role that is to be assumed', () => {
  const trust = (Service: string) =>
    statementsOf({ Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } }] });
  const call = { action: 'sts:AssumeRole', resource: 'arn:aws:iam::123456789012:role/updates', context: {} };

  test.each([
    ['sns.amazonaws.com', 'allowed'],
    ['lambda.amazonaws.com', 'denied'],
  ])('trusts %s only', (service, expected) => {
    const given = policies({ resource: trust(service), identityIs: 'nothing' });
    expect(evaluate(call, SNS, given).kind).toBe(expected);
  });
});

describe('decision', () => {
  const any = fc.subarray([
    ...allow,
    ...deny,
    ...toAccount,
    ...toRole,
    ...toSns,
    ...toAll,
    ...denyAll,
    ...notAction,
  ]);
  const worth = fc.constantFrom<Policies['identityIs']>('enough', 'delegated', 'nothing');
  const caller = fc.constantFrom(ROLE, SNS);
  const RANK = { denied: 0, unknown: 1, allowed: 2 };

  test('is never looser for one more Deny, nor stricter for one more Allow', () => {
    fc.assert(
      fc.property(any, any, worth, caller, (identity, resource, identityIs, who) => {
        const decide = (more: readonly Statement[]) =>
          RANK[evaluate(CALL, who, { identity, resource: [...resource, ...more], identityIs }).kind];
        expect(decide(denyAll)).toBe(RANK.denied);
        expect(decide([...toRole, ...toSns])).toBeGreaterThanOrEqual(decide([]));
      }),
    );
  });

  test('does not depend on the order of statements', () => {
    fc.assert(
      fc.property(any, any, worth, caller, (identity, resource, identityIs, who) => {
        const there = evaluate(CALL, who, { identity, resource, identityIs });
        const back = evaluate(CALL, who, {
          identity: identity.toReversed(),
          resource: resource.toReversed(),
          identityIs,
        });
        expect(back).toEqual(there);
      }),
    );
  });
});
