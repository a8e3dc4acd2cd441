import { HttpApis } from '../../aws/api-gateway/http-apis';
import { Distributions } from '../../aws/cloudfront/distributions';
import type { DnsResolver } from '../../aws/route53/resolver';
import type { Zone } from '../../aws/route53/zone';
import type { Buckets } from '../../aws/s3/buckets';
import { S3Endpoint } from '../../aws/s3/endpoint';
import { seededRandom } from '../../kernel/clock/random';
import { RehearsalError } from '../../kernel/errors';
import { CertifiedHost } from '../../kernel/network/certified-host';
import type { Host, Internet } from '../../kernel/network/network';
import { RegionalHost } from '../../kernel/network/regional-host';
import type { ExampleStore } from '../store/example-store';
import { ShopSessions } from '../store/shop-sessions';
import { NO_TROUBLES, SimulatedStore } from '../store/simulated-store';
import type { Dns } from './dns';
import { searchTexts } from './search-texts';
import { storeAddresses } from './store-addresses';
import type { WorldDeps } from './world-deps';

/** Puts the store on the network: at its addresses, showing what health checks look for. */
export type HostStore = (addresses: ReadonlySet<string>, store: ExampleStore) => Host;

/** What hosts are made of. */
export interface HostDeps {
  readonly internet: Internet;
  readonly dns: Dns;
  readonly buckets: Buckets;
  readonly hostStore: HostStore;
}

/**
 * Puts everything on the internet that answers there.
 * @throws RehearsalError NOTHING_TO_REHEARSE when nobody would get as far as the store or CloudFront
 */
export function addHosts(deps: WorldDeps, { internet, dns, buckets, hostStore }: HostDeps): void {
  const { deployment, settings, metrics, isLost, unknowns } = deps;
  const { zone, healthChecks } = dns;
  const addressOf = edgeAddresses(dns);
  const distributions = new Distributions(deployment, { internet, metrics, unknowns, addressOf });
  internet.add(distributions);
  const ofAws = (host: Host, service: string) =>
    new RegionalHost(new CertifiedHost(host, (address) => fromLabel(service, address)), isLost);
  internet.add(ofAws(new HttpApis(deployment), 'execute-api'));
  internet.add(ofAws(new S3Endpoint(buckets), 's3'));
  const { store, standby } = storeAddresses({ zone, distributions, healthChecks });
  const example = { name: settings.domainName, paths: settings.paths, searchTexts: searchTexts(dns) };
  internet.add(hostStore(store, example));
  // Emulation: a standby that is not in the assembly works as the store does, and never fails.
  internet.add(new SimulatedStore(standby, example, { ...NO_TROUBLES, sessions: standbySessions() }));
  requireShop(settings.domainName, zone, internet);
}

/** What follows a bucket's name, or an API's id, in an endpoint: `s3.eu-west-1.amazonaws.com`. */
const fromLabel = (service: string, address: string): string =>
  address.slice(address.lastIndexOf(`.${service}.`) + 1);

/** Of their own: what began at the store goes on, but nobody begins there what somebody has begun here. */
const standbySessions = (): ShopSessions => new ShopSessions(seededRandom(1), 'standby-');

/** Every edge location asks a resolver of its own. */
function edgeAddresses({ resolver }: Dns): (location: number, hostName: string) => string {
  const resolvers: DnsResolver[] = [];
  return (location, hostName) => {
    resolvers[location] ??= resolver(`edge location ${location + 1}`);
    return resolvers[location].addressOf(hostName);
  };
}

/** Without the shop's own records nobody would get as far as to see anything fail. */
function requireShop(domainName: string, zone: Zone, internet: Internet): void {
  const { address } = zone.lookup(domainName);
  if (internet.answersAt(address)) {
    return;
  }
  const silent = zone.whyWildcardIsSilent(domainName);
  if (silent !== undefined) {
    throw new RehearsalError(
      'NOTHING_TO_REHEARSE',
      `${domainName}: has no record of its own, and ${silent}; give it one before you deploy`,
    );
  }
  throw new RehearsalError(
    'NOTHING_TO_REHEARSE',
    `${domainName}: no record of the assembly leads it to the store or to CloudFront, got ${address}; rehearse with cutOver: true`,
  );
}
