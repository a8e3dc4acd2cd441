import { StoreTarget } from '../../lib/store-target';
import { type Mistaken, testMistakes } from '../helpers/mistaken-props';
import { dnsProps, edgeProps, storeProps } from '../helpers/store-props';

const PRIVATE = 'Route 53 can neither probe nor lead shoppers to a private or reserved address';
const ROOM = "a host name of at most 253 characters that is none of the shop's names";
/** 248 characters: a legal name, but not with eight more. */
const LONG_NAME = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(44)}.example.com`;
const OWN_NAME = 'name the place itself, by a name that always leads there';

const TARGETS: Mistaken[] = [
  [
    edgeProps({ primary: StoreTarget.ipAddresses(['10.0.0.1']) }),
    `topology.primary.ipv4[0]: must be a public IPv4 address, got "10.0.0.1"; ${PRIVATE}`,
  ],
  [
    edgeProps({ primary: StoreTarget.ipAddresses([]) }),
    'topology.primary.ipv4: must have an address, got []; Route 53 probes the first one',
  ],
  [
    dnsProps({ primary: StoreTarget.ipAddresses(['23.227.38.65'], ['fd00::1']) }),
    `topology.primary.ipv6[0]: must be a public IPv6 address, got "fd00::1"; ${PRIVATE}`,
  ],
  [
    edgeProps({ primary: StoreTarget.ipAddresses(['23.227.38.65'], ['2620:127:f00f:5::']) }),
    'topology.primary.ipv6: must be empty, got ["2620:127:f00f:5::"]; ' +
      'leave it out: shoppers with IPv6 reach CloudFront, and CloudFront reaches the origin over IPv4',
  ],
  [
    edgeProps({ primary: StoreTarget.hostName('shop.example.com') }),
    `topology.primary.hostName: must not be a name that fails over, got "shop.example.com"; ${OWN_NAME}`,
  ],
  [
    edgeProps({ primary: StoreTarget.hostName('origin.shop.example.com') }),
    `topology.primary.hostName: must not be a name that fails over, got "origin.shop.example.com"; ${OWN_NAME}`,
  ],
  [
    edgeProps({ primary: StoreTarget.loadBalancer('shop.example.com', 'Z1') }),
    `topology.primary.dnsName: must not be a name that fails over, got "shop.example.com"; ${OWN_NAME}`,
  ],
  [
    dnsProps({
      alternateDomainNames: [
        { domainName: 'www.shop.example.com', primary: StoreTarget.hostName('shop.example.com') },
      ],
    }),
    `topology.alternateDomainNames[0].primary.hostName: must not be a name that fails over, ` +
      `got "shop.example.com"; ${OWN_NAME}`,
  ],
  [
    storeProps({
      domainName: 'example.com',
      topology: { kind: 'dns', primary: StoreTarget.hostName('shops.myshopify.com') },
    }),
    `topology.primary: must not be a host name, because example.com is the apex of the zone and can't be a CNAME, ` +
      'got "shops.myshopify.com"; use StoreTarget.ipAddresses or StoreTarget.loadBalancer',
  ],
  [
    edgeProps({
      primary: StoreTarget.ipAddresses(['8.8.8.8']),
      alternateDomainNames: ['primary.origin.shop.example.com'],
    }),
    `topology.originDomainName: must leave room for "primary." before it, where topology.primary has its addresses, ` +
      `got "primary.origin.shop.example.com"; ${ROOM}`,
  ],
  [
    edgeProps({ originDomainName: LONG_NAME, standby: StoreTarget.ipAddresses(['8.8.8.8']) }),
    `topology.originDomainName: must leave room for "standby." before it, where topology.standby has its addresses, ` +
      `got "standby.${LONG_NAME}"; ${ROOM}`,
  ],
  [
    edgeProps({ primary: StoreTarget.hostName('d-abc.execute-api.us-east-1.amazonaws.com') }),
    'topology.standby: must be set when topology.primary is an API Gateway in us-east-1, ' +
      'got "d-abc.execute-api.us-east-1.amazonaws.com"; ' +
      "in an outage the origin's name leads to API Gateway there, which would go on answering for this store",
  ],
  [
    edgeProps({ standby: StoreTarget.ipAddresses(['192.168.1.1']) }),
    `topology.standby.ipv4[0]: must be a public IPv4 address, got "192.168.1.1"; ${PRIVATE}`,
  ],
];

describe('target of the store', () => testMistakes(TARGETS));
