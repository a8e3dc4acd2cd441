import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { APP_CONTEXT } from '../../helpers/store-props';
import { ErrorPagePeer } from './error-page';
import { HybridFailoverPeer } from './hybrid-failover';
import { OriginGroupPeer } from './origin-group';
import type { PeerStack } from './peer-stack';
import { Route53FailoverPeer } from './route53-failover';

/** What users would set up instead, by the heading of its column. */
const PEERS: Readonly<Record<string, new (scope: Construct, id: string) => PeerStack>> = {
  'error page': ErrorPagePeer,
  'origin group': OriginGroupPeer,
  'Route 53': Route53FailoverPeer,
  'hybrid (*)': HybridFailoverPeer,
};

/** The names of the peers, in the order of the columns. */
export const PEER_NAMES: readonly string[] = Object.keys(PEERS);

/** Something to rehearse. */
export interface Contestant {
  readonly name: string;
  /** A cloud assembly. */
  readonly assembly: string;
}

/** Synthesizes every peer into a folder of its own below this one. */
export function synthesizePeers(directory: string): readonly Contestant[] {
  return Object.entries(PEERS).map(([name, Peer], index) => {
    const assembly = join(directory, `peer-${index + 1}`);
    const app = new App({ context: APP_CONTEXT, outdir: assembly });
    new Peer(app, 'Peer');
    app.synth();
    return { name, assembly };
  });
}
