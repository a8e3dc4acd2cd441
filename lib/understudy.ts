import { Stack } from 'aws-cdk-lib';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { HostedZone, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import { EmergencySite } from './emergency-site/emergency-site';
import { PAGE_METADATA_TYPE, type PageMetadata } from './emergency-site/page-metadata';
import { certificateNames } from './failover/certificate-names';
import { Dns } from './failover/dns-topology/dns';
import { Edge } from './failover/edge/edge';
import { EmergencyPageCheck } from './failover/health-checks/emergency-page-check';
import { givenUp } from './failover/health-checks/given-up';
import { HealthChecks } from './failover/health-checks/health-checks';
import { nameByStore } from './failover/names-of-store';
import { type ShopNames, shopNames } from './failover/shop-names';
import { payingPathPatterns, storePaths } from './failover/store-paths-of-props';
import { Monitoring } from './monitoring/monitoring';
import { RunbookBucket } from './monitoring/runbook/runbook-bucket';
import { escalationMinutes } from './monitoring/status-updates/escalation-minutes';
import { addOutputs } from './private/outputs';
import { understudyOutputs } from './private/understudy-outputs';
import { defaultBudgets, REHEARSAL_METADATA_KEY, type RehearsalMetadata } from './rehearsal-budgets';
import type { UnderstudyProps } from './understudy-props';
import { requireHomeRegion } from './validation/require-home-region';
import { requireOwnName } from './validation/require-own-name';
import { requirePeers } from './validation/require-peers';
import { requireNoMistakes } from './validation/validate-props';
import { warnOfCertificateNames } from './validation/warn-of-certificate-names';
import { warnOfLateLatencyAlarm } from './validation/warn-of-late-latency-alarm';
import { warnOfMissingRobots } from './validation/warn-of-missing-robots';

/**
 * Keeps an online store open when its origin fails: shoppers get the emergency page, on-call hears of it, and both
 * need no control plane and nobody's help. Several stores are several of these, in one stack or more.
 *
 * It must be in a stack in us-east-1, where CloudFront wants its certificate and where Route 53 and CloudFront
 * report their metrics.
 *
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html
 */
export class Understudy extends Construct {
  /** What shoppers reach: the store's front door (`edge`), or the emergency site only (`dns`). */
  readonly distribution: Distribution;
  readonly emergencySite: EmergencySite;
  readonly healthChecks: HealthChecks;
  /** Everything that tells people. */
  readonly monitoring: Monitoring;

  /** @throws PropsError at synth, when a prop has a mistake; the message lists all of them */
  constructor(scope: Construct, id: string, props: UnderstudyProps) {
    super(scope, id);
    requirePeers();
    requireNoMistakes(props);
    requireHomeRegion(this);
    requireOwnName(this, props.domainName);
    warnOfMissingRobots(this, props);
    warnOfCertificateNames(this, props);
    warnOfLateLatencyAlarm(this, props);
    const names = shopNames(props);
    this.emergencySite = new EmergencySite(this, 'EmergencySite', {
      page: { ...props.page, checkoutPathPatterns: payingPathPatterns(props) },
      shopNames: names.shop,
      documents: props.documents,
    });
    this.healthChecks = new HealthChecks(this, 'HealthChecks', {
      ...props.healthChecks,
      domainName: props.domainName,
      primary: props.topology.primary,
      measureLatency: props.topology.kind === 'dns' && props.latencyAlarm !== undefined,
    });
    this.distribution = this.createStorePath(props, names);
    this.monitoring = this.createMonitoring(props);
    addOutputs(this, understudyOutputs(this));
    nameByStore(this, props.domainName);
    this.describeForRehearsal(props);
    this.describePage(props);
  }

  private createStorePath(props: UnderstudyProps, names: ShopNames): Distribution {
    const { domainName, topology } = props;
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', props.hostedZone);
    const common = {
      domainName,
      names,
      zone,
      certificate: props.certificate ?? this.createCertificate(props, zone),
      emergencySite: this.emergencySite,
      storeHealthCheckId: this.healthChecks.storeHealthCheckId,
      cutOver: props.cutOver ?? true,
    };
    if (topology.kind === 'dns') {
      return new Dns(this, 'Dns', { ...common, topology }).distribution;
    }
    const publishAdditionalMetrics = props.latencyAlarm !== undefined;
    return new Edge(this, 'Edge', { ...common, topology, publishAdditionalMetrics }).distribution;
  }

  /**
   * `Default` is no part of logical ids, so these are as they were when the parts were children of this construct.
   *
   * @see https://docs.aws.amazon.com/cdk/v2/guide/refactor.html
   */
  private createMonitoring(props: UnderstudyProps): Monitoring {
    const { bucket, accessLogsBucket } = this.emergencySite;
    const pageHealthCheckId = this.checkEmergencyPage(props);
    const recordsBucket = new RunbookBucket(this, 'Records', accessLogsBucket);
    return new Monitoring(this, 'Default', {
      store: props,
      healthChecks: this.healthChecks,
      pageHealthCheckId,
      distribution: this.distribution,
      siteBucket: bucket,
      recordsBucket,
    });
  }

  private checkEmergencyPage({ domainName, healthChecks }: UnderstudyProps): string | undefined {
    if (healthChecks.emergencyPageCheck === false) {
      return undefined;
    }
    const { distribution } = this;
    return new EmergencyPageCheck(this, 'EmergencyPageCheck', { domainName, distribution }).healthCheckId;
  }

  private createCertificate(props: UnderstudyProps, zone: IHostedZone): ICertificate {
    const [domainName, ...others] = certificateNames(props);
    return new Certificate(this, 'Certificate', {
      domainName: domainName ?? props.domainName,
      subjectAlternativeNames: others.length > 0 ? others : undefined,
      validation: CertificateValidation.fromDns(zone),
    });
  }

  private describeForRehearsal(props: UnderstudyProps): void {
    const { topology, domainName, budgets, revenuePerMinute } = props;
    const writeSeconds = topology.kind === 'edge' ? topology.writeTimeout?.toSeconds() : undefined;
    const metadata: RehearsalMetadata = {
      schema: 2,
      topology: topology.kind,
      domainName,
      path: this.node.path,
      budgets: { ...defaultBudgets(topology.kind, props.healthChecks.slowCloses, writeSeconds), ...budgets },
      paths: storePaths(props),
      revenuePerMinute,
      ...givenUp(props.healthChecks),
      secondContactMinutes: escalationMinutes(props.onCall),
    };
    const { metadata: others = {} } = Stack.of(this).templateOptions;
    const key =
      REHEARSAL_METADATA_KEY in others ? `${REHEARSAL_METADATA_KEY} ${domainName}` : REHEARSAL_METADATA_KEY;
    Stack.of(this).addMetadata(key, metadata);
  }

  /** For `understudy page`, in the assembly only: nothing of it is deployed. */
  private describePage({ domainName, page }: UnderstudyProps): void {
    const metadata: PageMetadata = { schema: 1, domainName, page };
    this.node.addMetadata(PAGE_METADATA_TYPE, JSON.stringify(metadata));
  }
}
