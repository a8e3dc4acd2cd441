const STORE = 'leads to the store, which is simulated';
/** Read for each call that somebody makes, as far as that goes; it leads nowhere. */
export const PERMISSIONS = 'says who may do what';
const FIREWALL = 'no rule is evaluated: every request of a rehearsal passes';

/** Types that take no part in what a rehearsal shows. */
export const IRRELEVANT_TYPES: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'tells AWS which constructs were used',
  'AWS::CertificateManager::Certificate':
    'TLS is not spoken in a rehearsal; the records that validate it make names exist',
  'AWS::CloudWatch::Dashboard': 'for people to look at',
  'AWS::EC2::EIP': STORE,
  'AWS::EC2::Instance': STORE,
  'AWS::ElasticLoadBalancingV2::Listener': STORE,
  'AWS::ElasticLoadBalancingV2::ListenerRule': STORE,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': STORE,
  'AWS::ElasticLoadBalancingV2::TargetGroup': STORE,
  'AWS::IAM::ManagedPolicy': PERMISSIONS,
  'AWS::IAM::Policy': PERMISSIONS,
  'AWS::IAM::Role': PERMISSIONS,
  'AWS::IAM::RolePolicy': PERMISSIONS,
  'AWS::KMS::Alias': PERMISSIONS,
  'AWS::KMS::Key': PERMISSIONS,
  'AWS::Lambda::LayerVersion': 'a rehearsal loads no layers',
  'AWS::Lambda::Permission': PERMISSIONS,
  'AWS::Logs::Delivery': 'logs only',
  'AWS::Logs::DeliveryDestination': 'logs only',
  'AWS::Logs::DeliverySource': 'logs only',
  'AWS::Logs::LogGroup': 'logs only',
  'AWS::Route53::HostedZone': 'every record of the assembly is in one zone',
  'AWS::S3::BucketPolicy': PERMISSIONS,
  'AWS::SNS::TopicPolicy': PERMISSIONS,
  'AWS::SQS::QueuePolicy': PERMISSIONS,
  'AWS::WAFv2::WebACL': FIREWALL,
  'AWS::WAFv2::WebACLAssociation': FIREWALL,
  'Custom::CrossRegionExportReader': 'values of other regions come straight from their stacks',
  'Custom::CrossRegionExportWriter': 'values of other regions come straight from their stacks',
  'Custom::S3AutoDeleteObjects': 'works when the stack is deleted',
};
