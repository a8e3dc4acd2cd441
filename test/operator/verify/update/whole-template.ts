import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Understudy } from '../../../../lib';
import type { Resources } from '../../../../lib/operator/verify/update/resources';
import type { UnderstudyProps } from '../../../../lib/understudy-props';
import { APP_CONTEXT } from '../../../helpers/store-props';

/** What a store's stack consists of, without bundles. */
export function wholeTemplate(props: UnderstudyProps): Resources {
  const context = { ...APP_CONTEXT, 'aws:cdk:bundling-stacks': [] };
  const app = new App({ context, builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Understudy', { env: { region: 'us-east-1' } });
  new Understudy(stack, 'Understudy', props);
  return Template.fromStack(stack).toJSON().Resources;
}
