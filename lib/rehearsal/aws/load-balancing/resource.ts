import { z } from 'zod';
import { cfnBoolean, cfnWholeNumber, ignored, type ResourceModel } from '../assembly/resource-model';

const LABEL = 'labels only';
const STORE = 'the store is simulated; only its health checks count';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html */
export const TARGET_GROUP = {
  type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  properties: z.object({
    HealthCheckEnabled: cfnBoolean.optional(),
    HealthCheckIntervalSeconds: cfnWholeNumber(5, 300).optional(),
    HealthCheckPath: z.string().default('/'),
    HealthCheckPort: ignored('ports are not told apart'),
    HealthCheckProtocol: z.enum(['HTTP', 'HTTPS', 'TCP']).optional(),
    HealthCheckTimeoutSeconds: cfnWholeNumber(2, 120).optional(),
    HealthyThresholdCount: cfnWholeNumber(2, 10).default(5),
    IpAddressType: ignored(STORE),
    Matcher: z.object({ GrpcCode: ignored(STORE), HttpCode: z.string().optional() }).optional(),
    Name: ignored(LABEL),
    Port: ignored('ports are not told apart'),
    Protocol: z.string().optional(),
    ProtocolVersion: ignored(STORE),
    Tags: ignored(LABEL),
    TargetControlPort: ignored('ports are not told apart'),
    TargetGroupAttributes: ignored(STORE),
    TargetType: z.string().optional(),
    Targets: ignored(STORE),
    UnhealthyThresholdCount: cfnWholeNumber(2, 10).optional(),
    VpcId: ignored(STORE),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html */
export const LISTENER = {
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  properties: z.object({
    AlpnPolicy: ignored(STORE),
    Certificates: ignored('TLS is not spoken in a rehearsal'),
    DefaultActions: z.array(z.unknown()).default([]),
    ListenerAttributes: ignored(STORE),
    LoadBalancerArn: z.string(),
    MutualAuthentication: ignored('TLS is not spoken in a rehearsal'),
    Port: ignored('ports are not told apart'),
    Protocol: ignored(STORE),
    SslPolicy: ignored('TLS is not spoken in a rehearsal'),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listenerrule.html */
export const LISTENER_RULE = {
  type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  properties: z.object({
    Actions: z.array(z.unknown()).default([]),
    Conditions: ignored(STORE),
    ListenerArn: z.string(),
    Priority: ignored(STORE),
    Transforms: ignored(STORE),
  }),
} satisfies ResourceModel;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html */
export const LOAD_BALANCER = {
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  properties: z.object({
    EnableCapacityReservationProvisionStabilize: ignored(STORE),
    EnablePrefixForIpv6SourceNat: ignored(STORE),
    EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: ignored(STORE),
    IpAddressType: ignored('a rehearsal speaks IPv4'),
    Ipv4IpamPoolId: ignored(STORE),
    LoadBalancerAttributes: ignored(STORE),
    MinimumLoadBalancerCapacity: ignored(STORE),
    Name: z.string().optional(),
    Scheme: ignored(STORE),
    SecurityGroups: ignored(STORE),
    SubnetMappings: ignored(STORE),
    Subnets: ignored(STORE),
    Tags: ignored(LABEL),
    Type: ignored(STORE),
  }),
} satisfies ResourceModel;
