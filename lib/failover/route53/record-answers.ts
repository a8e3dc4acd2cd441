import type { StoreTarget } from '../../store-target';

/** The types of record that fail over. */
export type RecordType = 'A' | 'AAAA' | 'CNAME';

/** What one record answers: fixed values, or whatever another AWS name answers at that moment. */
export type RecordAnswer =
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'alias'; readonly dnsName: string; readonly hostedZoneId: string };

/** One answer per record type. */
export type RecordAnswers = Readonly<Partial<Record<RecordType, RecordAnswer>>>;

const values = (...answers: readonly string[]): RecordAnswer => ({ kind: 'values', values: answers });

/** The record that leads to another name, whatever is there. */
export const nameAnswers = (hostName: string): RecordAnswers => ({ CNAME: values(hostName) });

/** The records that lead to a place. IPv6 only when the place has it. */
export function recordAnswers(target: StoreTarget): RecordAnswers {
  switch (target.kind) {
    case 'ip':
      return { A: values(...target.ipv4), ...(target.ipv6?.length ? { AAAA: values(...target.ipv6) } : {}) };
    case 'host-name':
      return nameAnswers(target.hostName);
    case 'load-balancer':
      return { A: { kind: 'alias', dnsName: target.dnsName, hostedZoneId: target.canonicalHostedZoneId } };
  }
}

/** The records that lead to an AWS resource which may be an alias target, or else a CNAME. */
export function aliasAnswers(
  dnsName: string,
  hostedZoneId: string,
  types: readonly ('A' | 'AAAA')[],
): RecordAnswers {
  const alias: RecordAnswer = { kind: 'alias', dnsName, hostedZoneId };
  return { ...Object.fromEntries(types.map((type) => [type, alias])), CNAME: values(dnsName) };
}
