import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { EmergencySite } from '../../lib/emergency-site/emergency-site';
import { Dns } from '../../lib/failover/dns-topology/dns';
import { Edge } from '../../lib/failover/edge/edge';
import { HealthChecks } from '../../lib/failover/health-checks/health-checks';
import { shopNames } from '../../lib/failover/shop-names';
import type { UnderstudyProps } from '../../lib/understudy-props';
import { APP_CONTEXT } from './store-props';

/**
 * The template of the store path alone: no alarms and no functions to bundle. CloudFormation's own rules are left to
 * the test of the whole stack, because they take longer than all the rest.
 */
export function storePathTemplate(props: UnderstudyProps): Template {
  const stack = new Stack(
    new App({ builtinCloudFormationValidation: false, context: APP_CONTEXT }),
    'Store',
    { env: { region: 'us-east-1' } },
  );
  const { domainName, topology } = props;
  const names = shopNames(props);
  const common = {
    domainName,
    names,
    zone: HostedZone.fromHostedZoneAttributes(stack, 'Zone', props.hostedZone),
    certificate: new Certificate(stack, 'Certificate', { domainName }),
    emergencySite: new EmergencySite(stack, 'EmergencySite', {
      page: props.page,
      shopNames: names.shop,
      documents: props.documents,
    }),
    cutOver: props.cutOver ?? true,
    storeHealthCheckId: new HealthChecks(stack, 'HealthChecks', {
      ...props.healthChecks,
      domainName,
      primary: topology.primary,
    }).storeHealthCheckId,
  };
  if (topology.kind === 'edge') {
    new Edge(stack, 'Edge', {
      ...common,
      topology,
      publishAdditionalMetrics: props.latencyAlarm !== undefined,
    });
  } else {
    new Dns(stack, 'Dns', { ...common, topology });
  }
  return Template.fromStack(stack);
}
