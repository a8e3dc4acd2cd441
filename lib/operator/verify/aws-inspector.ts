import {
  type CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import {
  GetHealthCheckCommand,
  GetHealthCheckStatusCommand,
  ListResourceRecordSetsCommand,
  NoSuchHealthCheck,
  type Route53Client,
  type RRType,
} from '@aws-sdk/client-route-53';
import {
  GetSubscriptionAttributesCommand,
  paginateListSubscriptionsByTopic,
  type SNSClient,
} from '@aws-sdk/client-sns';
import { z } from 'zod';
import type { Exchange } from '../../rehearsal/kernel/network/exchange';
import { askEncoding, type EncodedAnswer } from './compression/ask-encoding';
import type {
  Answer,
  CheckerObservation,
  DeployedStack,
  Inspector,
  ProtectedRecord,
  SmsAccount,
  Subscriber,
} from './inspector';
import { askLocation, type OriginAnswer, type OriginRequest } from './mirrored/ask-location';
import { probe } from './probe/probe';
import type { ProbedEndpoint } from './probe/probed-endpoint';
import { readGuardrails, readProtections } from './read-zone';
import { readOptOut, readSmsAccount } from './sms-account';

/** Longer than CloudFront takes for anything, in milliseconds. */
const PAGE_TIMEOUT_MS = 15_000;

const TEMPLATE = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

/** The SDK's clients. */
export interface InspectorClients {
  readonly cloudFormation: CloudFormationClient;
  readonly route53: Route53Client;
  readonly sns: SNSClient;
}

/**
 * Looks through the APIs of AWS. The caller needs `cloudformation:DescribeStacks`, `GetTemplate` and
 * `ListStackResources`, `route53:GetHealthCheck`, `GetHealthCheckStatus`, `ListResourceRecordSets`, `GetHostedZone` and
 * `ListResourceRecordSetProtections`, and `sns:ListSubscriptionsByTopic`. To
 * tell more of subscribers: `sns:GetSubscriptionAttributes`, `GetSMSSandboxAccountStatus`, `ListSMSSandboxPhoneNumbers`,
 * `GetSMSAttributes` and `CheckIfPhoneNumberIsOptedOut`.
 */
export class AwsInspector implements Inspector {
  constructor(private readonly clients: InspectorClients) {}

  async stack(stackName: string): Promise<DeployedStack> {
    const { cloudFormation } = this.clients;
    const of = { StackName: stackName };
    const { Stacks: [stack] = [] } = await cloudFormation.send(new DescribeStacksCommand(of));
    const { TemplateBody: body = '{}' } = await cloudFormation.send(new GetTemplateCommand(of));
    const physicalIds = await this.physicalIds(stackName);
    const { Resources: resources } = TEMPLATE.parse(JSON.parse(body));
    return {
      outputs: Object.fromEntries(
        (stack?.Outputs ?? []).map(({ OutputKey: key = '', OutputValue: value = '' }) => [key, value]),
      ),
      resources: Object.entries(resources).map(([logicalId, { Type: type, Properties: properties }]) => ({
        logicalId,
        type,
        properties,
        physicalId: physicalIds.get(logicalId),
      })),
    };
  }

  async subscribers(topicArn: string): Promise<readonly Subscriber[]> {
    const found: Subscriber[] = [];
    for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic(
      { client: this.clients.sns },
      { TopicArn: topicArn },
    )) {
      // Unconfirmed ones have a word in place of their ARN.
      for (const {
        Endpoint: endpoint = '',
        SubscriptionArn: arn = '',
        Protocol: protocol,
      } of Subscriptions) {
        const confirmed = arn.startsWith('arn:');
        const isLoose = confirmed && protocol === 'email' ? await this.isLoose(arn) : undefined;
        found.push({ endpoint, confirmed, ...(isLoose !== undefined && { isLoose }) });
      }
    }
    return found;
  }

  /**
   * `ConfirmationWasAuthenticated`. AWS says of ConfirmSubscription that it is signed only where it sets
   * `AuthenticateOnUnsubscribe`, and has no attribute that shows that itself.
   *
   * @see https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html
   */
  private async isLoose(subscriptionArn: string): Promise<boolean | undefined> {
    try {
      const { Attributes = {} } = await this.clients.sns.send(
        new GetSubscriptionAttributesCommand({ SubscriptionArn: subscriptionArn }),
      );
      return Attributes['ConfirmationWasAuthenticated'] === 'false';
    } catch {
      // Who may not look hears of the rest all the same.
      return undefined;
    }
  }

  smsAccount(): Promise<SmsAccount> {
    return readSmsAccount(this.clients.sns);
  }

  isOptedOut(phoneNumber: string): Promise<boolean> {
    return readOptOut(this.clients.sns, phoneNumber);
  }

  async healthCheck(id: string): Promise<object | undefined> {
    try {
      const { HealthCheck } = await this.clients.route53.send(
        new GetHealthCheckCommand({ HealthCheckId: id }),
      );
      return HealthCheck?.HealthCheckConfig;
    } catch (error) {
      if (error instanceof NoSuchHealthCheck) {
        return undefined;
      }
      throw error;
    }
  }

  /** AWS's pages give no list of texts; those that are seen begin with "Success:" or "Failure:". */
  async checkers(healthCheckId: string): Promise<readonly CheckerObservation[]> {
    const { HealthCheckObservations = [] } = await this.clients.route53.send(
      new GetHealthCheckStatusCommand({ HealthCheckId: healthCheckId }),
    );
    return HealthCheckObservations.map(
      ({ Region: region = '', StatusReport: { Status: status = '' } = {} }) => ({
        region,
        passed: status.startsWith('Success'),
        status,
      }),
    );
  }

  /** Route 53 lists from a name on, so what comes after is cut off. */
  async recordSets(hostedZoneId: string, name: string, type: string): Promise<readonly object[]> {
    const { ResourceRecordSets = [] } = await this.clients.route53.send(
      new ListResourceRecordSetsCommand({
        HostedZoneId: hostedZoneId,
        StartRecordName: name,
        StartRecordType: type as RRType,
      }),
    );
    const plain = (text = '') => text.replace(/\.$/, '').toLowerCase();
    return ResourceRecordSets.filter((one) => plain(one.Name) === plain(name) && one.Type === type);
  }

  guardrails(hostedZoneId: string): Promise<readonly string[]> {
    return readGuardrails(this.clients.route53, hostedZoneId);
  }

  protections(hostedZoneId: string): Promise<readonly ProtectedRecord[]> {
    return readProtections(this.clients.route53, hostedZoneId);
  }

  async page(url: string): Promise<Answer> {
    const response = await fetch(url, { signal: AbortSignal.timeout(PAGE_TIMEOUT_MS), redirect: 'manual' });
    return { status: response.status, body: await response.text() };
  }

  probe(endpoint: ProbedEndpoint): Promise<Exchange> {
    return probe(endpoint);
  }

  encoding(endpoint: ProbedEndpoint): Promise<EncodedAnswer> {
    return askEncoding(endpoint);
  }

  location(request: OriginRequest): Promise<OriginAnswer> {
    return askLocation(request);
  }

  private async physicalIds(stackName: string): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    for await (const { StackResourceSummaries = [] } of paginateListStackResources(
      { client: this.clients.cloudFormation },
      { StackName: stackName },
    )) {
      for (const { LogicalResourceId: logicalId, PhysicalResourceId: id } of StackResourceSummaries) {
        if (logicalId !== undefined && id !== undefined) {
          ids.set(logicalId, id);
        }
      }
    }
    return ids;
  }
}
