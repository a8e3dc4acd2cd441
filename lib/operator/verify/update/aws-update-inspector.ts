import { type APIGatewayClient, GetDomainNameCommand, NotFoundException } from '@aws-sdk/client-api-gateway';
import {
  type CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
} from '@aws-sdk/client-cloudformation';
import { ListResourceRecordSetsCommand, type Route53Client } from '@aws-sdk/client-route-53';
import { parseTemplate } from '../../../rehearsal/aws/assembly/template';
import { normalize } from '../../../rehearsal/aws/route53/record-names';
import { type ZoneRecord, zoneRecord } from './record-conflict';
import type { Properties, Resources } from './resources';
import type { UpdateInspector } from './update-inspector';

/** The SDK's clients. */
export interface UpdateInspectorClients {
  readonly cloudFormation: CloudFormationClient;
  readonly route53: Route53Client;
  readonly apiGateway: APIGatewayClient;
}

/** Statuses of a stack that has no resources: a template is all there is of it. */
const EMPTY = /^(REVIEW_IN_PROGRESS|ROLLBACK_COMPLETE|DELETE_COMPLETE)$/;

/**
 * Looks through the APIs of AWS. The caller needs `cloudformation:DescribeStacks` and `GetTemplate`,
 * `route53:ListResourceRecordSets`, and `apigateway:GET` on `/domainnames/*`.
 */
export class AwsUpdateInspector implements UpdateInspector {
  constructor(private readonly clients: UpdateInspectorClients) {}

  async resources(stackName: string): Promise<Resources | undefined> {
    const { cloudFormation } = this.clients;
    const of = { StackName: stackName };
    try {
      const { Stacks: [stack] = [] } = await cloudFormation.send(new DescribeStacksCommand(of));
      if (EMPTY.test(stack?.StackStatus ?? '')) {
        return undefined;
      }
      const { TemplateBody: body = '{}' } = await cloudFormation.send(new GetTemplateCommand(of));
      return parseTemplate(stackName, JSON.parse(body)).Resources;
    } catch (error) {
      // CloudFormation has no error of its own for this.
      if (error instanceof Error && /does not exist/.test(error.message)) {
        return undefined;
      }
      throw error;
    }
  }

  /**
   * Route 53 lists names in the order of their labels from the right, so that a name comes right before those below it.
   *
   * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSets.html
   */
  async recordsFrom(hostedZoneId: string, name: string): Promise<readonly ZoneRecord[]> {
    const { ResourceRecordSets: found = [] } = await this.clients.route53.send(
      new ListResourceRecordSetsCommand({ HostedZoneId: hostedZoneId, StartRecordName: name }),
    );
    const asked = normalize(name);
    return found
      .map((record) => zoneRecord(record as unknown as Properties))
      .filter((record) => record.name === asked || record.name.endsWith(`.${asked}`));
  }

  async hasApiDomainName(name: string): Promise<boolean> {
    try {
      await this.clients.apiGateway.send(new GetDomainNameCommand({ domainName: name }));
      return true;
    } catch (error) {
      if (error instanceof NotFoundException) {
        return false;
      }
      throw error;
    }
  }
}
