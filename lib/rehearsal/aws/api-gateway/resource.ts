import { z } from 'zod';
import { ignored, type ResourceModel } from '../assembly/resource-model';

/**
 * An HTTP API that nothing was deployed to: stages and routes are not modelled.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html
 */
export const HTTP_API = {
  type: 'AWS::ApiGatewayV2::Api',
  properties: z.object({
    Description: ignored('labels only'),
    DisableExecuteApiEndpoint: ignored('without a stage there is nothing to answer with'),
    Name: ignored('labels only'),
    ProtocolType: z.literal('HTTP'),
    Tags: ignored('labels only'),
  }),
} satisfies ResourceModel;
