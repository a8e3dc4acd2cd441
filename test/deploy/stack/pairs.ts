import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { StoreTarget } from '../../../lib/store-target';
import type { DnsTopology, UnderstudyProps } from '../../../lib/understudy-props';
import { dnsProps, edgeProps, LOAD_BALANCER } from '../../helpers/store-props';

/** Two deployments, one after the other: a store, or the template of an earlier version. */
export interface Pair {
  readonly title: string;
  readonly before: UnderstudyProps | string;
  readonly after: UnderstudyProps;
}

const ADDRESSES = StoreTarget.ipAddresses(['8.8.8.8']);
const BOTH_VERSIONS = StoreTarget.ipAddresses(['8.8.8.8'], ['2620::1']);
const HOST_NAME = StoreTarget.hostName('store.example.net');
const OTHER_HOST_NAME = StoreTarget.hostName('shops.example.org');
const EDGE = edgeProps();
const DNS = dnsProps();
const WWW = 'www.shop.example.com';

const dns = (primary: DnsTopology['primary']): UnderstudyProps =>
  dnsProps({ primary, alternateDomainNames: [] });
const www = (primary: DnsTopology['primary']): UnderstudyProps =>
  dnsProps({ alternateDomainNames: [{ domainName: WWW, primary }] });

/** Both ways between two stores. */
const bothWays = (from: string, before: UnderstudyProps, to: string, after: UnderstudyProps): Pair[] => [
  { title: `${from} to ${to}`, before, after },
  { title: `${to} to ${from}`, before: after, after: before },
];

const certificate = () =>
  Certificate.fromCertificateArn(
    new Stack(),
    'Own',
    'arn:aws:acm:us-east-1:000000000000:certificate/3a2b1c0d-0000-4000-8000-000000000000',
  );

/** Changes that replace something, move a name or a record, or might. */
export const PAIRS: readonly Pair[] = [
  ...bothWays('edge, load balancer', EDGE, 'addresses', edgeProps({ primary: ADDRESSES })),
  ...bothWays('edge, load balancer', EDGE, 'a host name', edgeProps({ primary: HOST_NAME })),
  ...bothWays(
    'edge, addresses',
    edgeProps({ primary: ADDRESSES }),
    'a host name',
    edgeProps({ primary: HOST_NAME }),
  ),
  ...bothWays('edge, no standby', EDGE, 'a standby', edgeProps({ standby: HOST_NAME })),
  ...bothWays(
    'edge, standby with addresses',
    edgeProps({ standby: ADDRESSES }),
    'a host name',
    edgeProps({ standby: HOST_NAME }),
  ),
  ...bothWays('edge, one name', EDGE, 'two', edgeProps({ alternateDomainNames: [WWW] })),
  ...bothWays('edge, origin', EDGE, 'another name', edgeProps({ originDomainName: 'direct.example.com' })),
  ...bothWays('edge, nothing shared', EDGE, 'paths', edgeProps({ sharedPathPatterns: ['/media/*'] })),
  ...bothWays('edge, its certificate', EDGE, 'one of the shop', { ...EDGE, certificate: certificate() }),
  ...bothWays('edge, open', EDGE, 'cutOver: false', { ...EDGE, cutOver: false }),
  ...bothWays('edge, interval 10', EDGE, '30', interval(EDGE)),
  ...bothWays('dns, addresses', dns(ADDRESSES), 'both versions', dns(BOTH_VERSIONS)),
  ...bothWays('dns, addresses', dns(ADDRESSES), 'a load balancer', dns(LOAD_BALANCER)),
  ...bothWays('dns, addresses', dns(ADDRESSES), 'a host name', dns(HOST_NAME)),
  ...bothWays('dns, load balancer', dns(LOAD_BALANCER), 'a host name', dns(HOST_NAME)),
  ...bothWays('dns, host name', dns(HOST_NAME), 'another', dns(OTHER_HOST_NAME)),
  ...bothWays('dns, www with host name', www(HOST_NAME), 'addresses', www(BOTH_VERSIONS)),
  ...bothWays('dns, one name', dns(ADDRESSES), 'two', www(HOST_NAME)),
  ...bothWays('dns, open', DNS, 'cutOver: false', { ...DNS, cutOver: false }),
  ...bothWays('edge', EDGE, 'dns', DNS),
  ...bothWays('edge before the cut-over', { ...EDGE, cutOver: false }, 'dns', { ...DNS, cutOver: false }),
  { title: 'version 0.1, edge, load balancer', before: 'edge-load-balancer', after: EDGE },
  {
    title: 'version 0.1, edge, addresses',
    before: 'edge-addresses',
    after: edgeProps({ primary: ADDRESSES }),
  },
  {
    title: 'version 0.1, edge, host name',
    before: 'edge-host-name',
    after: edgeProps({ primary: HOST_NAME }),
  },
  {
    title: 'version 0.1, edge, load balancer, another name of the origin',
    before: 'edge-load-balancer',
    after: edgeProps({ originDomainName: 'origin2.shop.example.com' }),
  },
  { title: 'version 0.1, dns', before: 'dns', after: DNS },
];

function interval(store: UnderstudyProps): UnderstudyProps {
  return { ...store, healthChecks: { ...store.healthChecks, interval: Duration.seconds(30) } };
}

/** A template of version 0.1, synthesized at commit 47be116. */
export function version01(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(__dirname, `../../fixtures/version-0.1/${name}.json`), 'utf8'));
}
