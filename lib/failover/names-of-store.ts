import { createHash } from 'node:crypto';
import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Where resources have a name that is unique in an account, and its greatest length. CDK makes these of the construct's
 * path alone, which two apps may share.
 *
 * @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html
 * @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html
 */
const UNIQUE_NAMES: Readonly<Record<string, { readonly property: string; readonly maxLength: number }>> = {
  'AWS::CloudFront::CachePolicy': { property: 'CachePolicyConfig.Name', maxLength: 128 },
  'AWS::CloudFront::Function': { property: 'Name', maxLength: 64 },
  'AWS::CloudFront::OriginAccessControl': { property: 'OriginAccessControlConfig.Name', maxLength: 64 },
  'AWS::CloudFront::ResponseHeadersPolicy': { property: 'ResponseHeadersPolicyConfig.Name', maxLength: 128 },
};

/** Has whatever needs a name of its own in an account carry the store's, so that stores stand beside each other. */
export function nameByStore(store: IConstruct, domainName: string): void {
  for (const resource of store.node.findAll().filter((child) => CfnResource.isCfnResource(child))) {
    const { property, maxLength } = UNIQUE_NAMES[resource.cfnResourceType] ?? {};
    if (property !== undefined) {
      resource.addPropertyOverride(property, nameOf(resource, domainName, maxLength));
    }
  }
}

function nameOf({ node, stack }: CfnResource, domainName: string, maxLength = 64): string {
  const [what = ''] = node.path
    .split('/')
    .filter((id) => id !== 'Resource')
    .slice(-1);
  const hash = createHash('sha256')
    .update(`${stack.stackName} ${domainName} ${node.path}`)
    .digest('hex')
    .slice(0, 8);
  const end = `-${what}-${hash}`;
  return domainName.replaceAll(/[^\w-]/g, '-').slice(0, maxLength - end.length) + end;
}

/**
 * What tells a stack from others of the same path: its name, where somebody has given it one.
 * @default - CDK made its name of its path
 */
export function ownStackName(scope: IConstruct): string | undefined {
  const { stackName, node } = Stack.of(scope);
  const ids = node.path.split('/');
  return stackName === ids.join('-') || stackName.startsWith(ids.join('')) ? undefined : stackName;
}
