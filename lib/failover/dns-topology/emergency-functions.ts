import {
  Function as CloudFrontFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import type { EmergencyPageProps } from '../../page/emergency-page-props';
import {
  type EmergencyEvent,
  emergencyFunctionCode,
  emergencyFunctionSettings,
} from './emergency-function-code';

/** What the functions answer with. */
export interface EmergencyFunctionsProps {
  readonly page: EmergencyPageProps;
  /** The Content-Security-Policy that says who may show the page in a frame. */
  readonly frameAncestors: string;
}

/**
 * The two CloudFront Functions that make every path of the closed store answer 503 with the emergency page, in the
 * shopper's language. They run at the edge locations and depend on nothing else.
 */
export class EmergencyFunctions extends Construct {
  readonly associations: FunctionAssociation[];

  constructor(scope: Construct, id: string, props: EmergencyFunctionsProps) {
    super(scope, id);
    const settings = emergencyFunctionSettings(props.page, props.frameAncestors);
    const create = (functionId: string, event: EmergencyEvent): CloudFrontFunction =>
      new CloudFrontFunction(this, functionId, {
        code: FunctionCode.fromInline(emergencyFunctionCode(event, settings)),
        runtime: FunctionRuntime.JS_2_0,
        comment: `Understudy: ${event}.ts`,
      });
    this.associations = [
      {
        eventType: FunctionEventType.VIEWER_REQUEST,
        function: create('ViewerRequest', 'viewer-request'),
      },
      {
        eventType: FunctionEventType.VIEWER_RESPONSE,
        function: create('ViewerResponse', 'viewer-response'),
      },
    ];
  }
}
