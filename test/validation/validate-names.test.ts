import { type Mistaken, testMistakes } from '../helpers/mistaken-props';
import { dnsProps, edgeProps, LOAD_BALANCER, storeProps } from '../helpers/store-props';

const NAMES: Mistaken[] = [
  [
    storeProps({ domainName: 'https://shop.example.com' }),
    'domainName: must be a host name, got "https://shop.example.com"; ' +
      'write letters in lower case, without scheme, port, path, wildcard or trailing dot',
  ],
  [
    storeProps({ domainName: 'shop.example.org' }),
    'domainName: must lie in hostedZone.zoneName, got "shop.example.org"; choose a name in example.com or another zone',
  ],
  [
    storeProps({ domainName: 'shop-example.com' }),
    'domainName: must lie in hostedZone.zoneName, got "shop-example.com"; choose a name in example.com or another zone',
  ],
  [
    edgeProps({ alternateDomainNames: ['*.shop.example.com'] }),
    'topology.alternateDomainNames[0]: must be a host name, got "*.shop.example.com"; ' +
      'write letters in lower case, without scheme, port, path, wildcard or trailing dot',
  ],
  [
    edgeProps({ alternateDomainNames: ['www.example.org'] }),
    'topology.alternateDomainNames[0]: must lie in hostedZone.zoneName, got "www.example.org"; ' +
      'choose a name in example.com or another zone',
  ],
  [
    edgeProps({ alternateDomainNames: ['shop.example.com'] }),
    `topology.alternateDomainNames[0]: must be unique, got "shop.example.com"; name each of the shop's names once`,
  ],
  [
    edgeProps({ alternateDomainNames: ['www.example.com', 'www.example.com'] }),
    `topology.alternateDomainNames[1]: must be unique, got "www.example.com"; name each of the shop's names once`,
  ],
  [
    dnsProps({ alternateDomainNames: [{ domainName: 'shop.example.com', primary: LOAD_BALANCER }] }),
    `topology.alternateDomainNames[0].domainName: must be unique, got "shop.example.com"; ` +
      `name each of the shop's names once`,
  ],
  [
    edgeProps({ originDomainName: 'shop.example.com' }),
    `topology.originDomainName: must not be one of the shop's names, got "shop.example.com"; ` +
      'CloudFront would ask itself; leave it out or choose a name of its own',
  ],
  [
    edgeProps({ originDomainName: 'origin.example.org' }),
    'topology.originDomainName: must lie in hostedZone.zoneName, got "origin.example.org"; ' +
      'choose a name in example.com or another zone',
  ],
];

describe('names of the shop', () => testMistakes(NAMES));
