import { join } from 'node:path';
import {
  Function as CloudFrontFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';

const SOURCES = join(__dirname, '..', '..', 'lambda', 'emergency-response');

/**
 * The two CloudFront Functions that make every path of the closed store answer 503 with the emergency page. They run
 * at the edge locations and depend on nothing else.
 */
export class EmergencyFunctions extends Construct {
  readonly associations: FunctionAssociation[];

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.associations = [
      {
        eventType: FunctionEventType.VIEWER_REQUEST,
        function: this.create('ViewerRequest', 'viewer-request.js'),
      },
      {
        eventType: FunctionEventType.VIEWER_RESPONSE,
        function: this.create('ViewerResponse', 'viewer-response.js'),
      },
    ];
  }

  private create(id: string, file: string): CloudFrontFunction {
    return new CloudFrontFunction(this, id, {
      code: FunctionCode.fromFile({ filePath: join(SOURCES, file) }),
      runtime: FunctionRuntime.JS_2_0,
      comment: `Understudy: ${file}`,
    });
  }
}
