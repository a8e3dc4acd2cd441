import { z } from 'zod';
import { duration } from './cdk-parts';
import { byKind, knownText, list, shape, text } from './parts';

const A_NAME = 'write a host name such as shop.example.net';

/** `StoreTarget` */
const target = z.discriminatedUnion(
  'kind',
  [
    shape({
      kind: z.literal('ip'),
      ipv4: list(text()),
      ipv6: list(text()).optional(),
    }),
    shape({ kind: z.literal('host-name'), hostName: text(A_NAME) }),
    shape({
      kind: z.literal('load-balancer'),
      dnsName: text("write the load balancer's loadBalancerDnsName"),
      canonicalHostedZoneId: text("write the load balancer's loadBalancerCanonicalHostedZoneId"),
    }),
  ],
  byKind(
    'say where the store runs: StoreTarget.ipAddresses, StoreTarget.hostName or StoreTarget.loadBalancer',
  ),
);

const A_PATTERN = 'write a path pattern such as /static/*';

const pathPatterns = () => list(text(A_PATTERN));

const edge = shape({
  kind: z.literal('edge'),
  primary: target,
  standby: target.optional(),
  originDomainName: text(A_NAME).optional(),
  alternateDomainNames: list(knownText(A_NAME)).optional(),
  mirroredPathPatterns: pathPatterns().optional(),
  sharedPathPatterns: pathPatterns().optional(),
  connectionTimeout: duration().optional(),
  readTimeout: duration().optional(),
  writeTimeout: duration().optional(),
  paymentReturnPathPatterns: list(knownText(A_PATTERN)).optional(),
  completionTimeout: duration().optional(),
  errorCachingTtl: duration().optional(),
  failoverTtl: duration().optional(),
});

const dns = shape({
  kind: z.literal('dns'),
  primary: target,
  alternateDomainNames: list(
    shape({ domainName: knownText(A_NAME), primary: target }, 'write each as { domainName, primary }'),
    'write each as { domainName, primary }, in brackets',
  ).optional(),
  failoverTtl: duration().optional(),
});

/** `EdgeTopology` or `DnsTopology` */
export const TOPOLOGY = z.discriminatedUnion(
  'kind',
  [edge, dns],
  byKind(
    'write { kind: "edge", primary } when CloudFront is to be the front door, { kind: "dns", primary } when not',
  ),
);
