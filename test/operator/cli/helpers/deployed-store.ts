import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SNSClient } from '@aws-sdk/client-sns';
import { STSClient } from '@aws-sdk/client-sts';
import { CredentialsProviderError } from '@smithy/core/config';
import { DynamoDbStateStore } from '../../../../lambda/status-update/adapters/dynamodb-state-store';
import { handleCommand } from '../../../../lambda/status-update/command/handle-command';
import { handleEvent } from '../../../../lambda/status-update/handle-event';
import { CloudWatchAlarmMutes } from '../../../../lib/operator/cli/alarm-mutes';
import { CloudWatchAlarms } from '../../../../lib/operator/cli/alarms';
import { StsIdentity } from '../../../../lib/operator/cli/identity';
import { main } from '../../../../lib/operator/cli/main';
import { CloudFormationStackReader } from '../../../../lib/operator/cli/stack-reader';
import { LambdaStatusFunction } from '../../../../lib/operator/cli/status-function';
import { SnsSubscriptions } from '../../../../lib/operator/cli/subscriptions';
import type { Inspector } from '../../../../lib/operator/verify/inspector';
import {
  type Answer,
  type AwsStandIn,
  type RecordedRequest,
  startAwsStandIn,
} from '../../../lambda/status-update/helpers/aws-stand-in';
import { FakeWorld } from '../../../lambda/status-update/helpers/fake-world';
import { SETTINGS } from '../../../lambda/status-update/helpers/settings';
import { type StateTable, startStateTable } from '../../../lambda/status-update/helpers/state-table';
import { STORE_DOWN } from '../../../lambda/status-update/helpers/symptoms';

const OUTPUTS: Readonly<Record<string, string>> = {
  UnderstudyStatusUpdateFunctionName0A1B: 'status-function',
  UnderstudyOutageAlarmName2C3D: 'shop.example.com-outage',
};

/** A deployed store as the command line meets it: the SDK's own clients, the function's own code, a local endpoint. */
export class DeployedStore {
  readonly world = new FakeWorld();
  /** Everything that a terminal shows. */
  readonly printed: string[] = [];
  /** Of it what goes to standard output. */
  readonly out: string[] = [];
  /** What SNS was asked to confirm. */
  readonly confirmations: URLSearchParams[] = [];
  /** What the person answers; undefined where nobody can be asked. */
  answer: boolean | undefined = true;
  questions = 0;
  /** The last question. */
  asked = '';
  mutesAreBroken = false;
  /** Whether CloudWatch says that it has no such mute rule. */
  mutesAreGone = false;
  /** By how much the clock goes on whenever somebody looks at it. */
  msPerLook = 0;
  /** How many answers to commands that are carried out get lost on their way. */
  answersToLose = 0;
  /** Whether the environment has credentials. */
  signedIn = true;
  /** Outputs of the stack. */
  outputs = OUTPUTS;
  /** What looks at what is deployed. */
  inspector: Inspector = NOBODY_LOOKS;
  /** What CloudWatch says of alarms: their states by name. */
  alarms: Readonly<Record<string, string>> = {};
  /** Whether the function can be asked. */
  functionIsBroken = false;
  /** What STS says of the caller; undefined when it says nothing. */
  arn: string | undefined = 'arn:aws:iam::111122223333:user/ola';

  private constructor(
    private readonly aws: AwsStandIn,
    private readonly table: StateTable,
  ) {}

  static async start(): Promise<DeployedStore> {
    const table = await startStateTable('State');
    const aws = await startAwsStandIn((request) => store.answerTo(request));
    const store: DeployedStore = new DeployedStore(aws, table);
    return store;
  }

  /** Runs one command line and returns its exit code. */
  async run(...args: readonly string[]): Promise<number> {
    const credentials = this.signedIn ? CREDENTIALS : noCredentials;
    const client = { endpoint: this.aws.endpoint, region: 'us-east-1', credentials };
    return main(args, {
      print: (text) => {
        this.printed.push(text);
        this.out.push(text);
      },
      printError: (text) => this.printed.push(text),
      confirm: async (question) => {
        this.questions += 1;
        this.asked = question;
        return this.answer;
      },
      now: () => {
        this.world.nowMs += this.msPerLook;
        return this.world.nowMs;
      },
      newId: () => `id-${this.aws.requests.length}`,
      aws: {
        stacks: new CloudFormationStackReader(new CloudFormationClient(client)),
        inspector: this.inspector,
        get updateInspector(): never {
          throw new Error('nobody looks ahead in these tests');
        },
        statusFunction: new LambdaStatusFunction(new LambdaClient(client)),
        identity: new StsIdentity(new STSClient(client)),
        subscriptions: new SnsSubscriptions(new SNSClient(client)),
        alarms: new CloudWatchAlarms(new CloudWatchClient(client)),
        mutes: this.mutesAreBroken ? BROKEN_MUTES : new CloudWatchAlarmMutes(new CloudWatchClient(client)),
      },
    });
  }

  /** Wakes the function, as a schedule or an alarm does. */
  async wake(event: unknown = {}): Promise<void> {
    await handleEvent(event, this.ports, SETTINGS);
  }

  /** The critical endpoint goes down, and the function hears of it. */
  async goDown(): Promise<void> {
    await this.wake(this.world.change(STORE_DOWN, 'ALARM'));
  }

  /** What shoppers' pages read. */
  get status() {
    return JSON.parse(this.world.file('status.json'));
  }

  /** Everything printed so far, as one text. */
  get output(): string {
    return this.printed.join('\n');
  }

  /** Bodies of the calls of one operation of CloudWatch. */
  calls(operation: string): unknown[] {
    return this.aws.requests
      .filter(({ headers }) => String(headers['x-amz-target']).endsWith(`.${operation}`))
      .map(({ body }) => JSON.parse(body));
  }

  async close(): Promise<void> {
    await Promise.all([this.aws.close(), this.table.close()]);
  }

  private get ports() {
    const item = { tableName: 'State', partitionKey: 'shop.example.com' };
    return this.world.ports(new DynamoDbStateStore(this.table.dynamoDb, item));
  }

  private async answerTo({ path, headers, body }: RecordedRequest): Promise<Answer> {
    if (path.includes('/functions/status-function/invocations')) {
      if (this.functionIsBroken) {
        return { status: 403, body: '{"message":"not allowed"}' };
      }
      const request = JSON.parse(body);
      const reply = JSON.stringify(await handleCommand(request, this.ports, SETTINGS));
      if (request.preview || this.answersToLose === 0) {
        return reply;
      }
      this.answersToLose -= 1;
      return { status: 503, body: '' };
    }
    if (String(headers['x-amz-target']).endsWith('.DescribeAlarms')) {
      return describeAlarms(this.alarms);
    }
    if (this.mutesAreGone && body.includes('AlarmMuteRuleName')) {
      return { status: 404, body: '{"__type":"ResourceNotFoundException"}' };
    }
    if (body.includes('Action=ConfirmSubscription')) {
      this.confirmations.push(new URLSearchParams(body));
      return CONFIRMED;
    }
    if (body.includes('Action=GetCallerIdentity')) {
      return this.arn === undefined ? { status: 400, body: '' } : callerIdentity(this.arn);
    }
    return body.includes('Action=DescribeStacks') ? describeStacks(this.outputs) : '{}';
  }
}

async function denied(): Promise<never> {
  throw new Error('denied');
}
const NOBODY_LOOKS: Inspector = {
  stack: denied,
  subscribers: denied,
  smsAccount: denied,
  isOptedOut: denied,
  healthCheck: denied,
  checkers: denied,
  recordSets: denied,
  guardrails: denied,
  protections: denied,
  page: denied,
  probe: denied,
  encoding: denied,
  location: denied,
};
const CONFIRMED =
  '<ConfirmSubscriptionResponse><ConfirmSubscriptionResult><SubscriptionArn>arn</SubscriptionArn></ConfirmSubscriptionResult></ConfirmSubscriptionResponse>';
const BROKEN_MUTES = { put: denied, remove: denied };
async function noCredentials(): Promise<never> {
  throw new CredentialsProviderError('Could not load credentials from any providers');
}
const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };

function callerIdentity(arn: string): string {
  return `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>${arn}</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`;
}

function describeStacks(outputs: Readonly<Record<string, string>>): string {
  const members = Object.entries(outputs).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  return `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>Understudy</StackName><CreationTime>2025-01-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${members.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
}

function describeAlarms(alarms: Readonly<Record<string, string>>): string {
  const all = Object.entries(alarms).map(([AlarmName, StateValue]) => ({
    AlarmName,
    StateValue,
    StateTransitionedTimestamp: Date.parse('2025-03-01T09:58:00Z') / 1000,
  }));
  return JSON.stringify({ MetricAlarms: all.slice(1), CompositeAlarms: all.slice(0, 1) });
}
