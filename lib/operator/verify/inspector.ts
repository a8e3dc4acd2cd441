import type { Exchange } from '../../rehearsal/kernel/network/exchange';
import type { EncodedAnswer } from './compression/ask-encoding';
import type { OriginAnswer, OriginRequest } from './mirrored/ask-location';
import type { ProbedEndpoint } from './probe/probed-endpoint';

/** A resource as the deployed template states it, with its physical id. */
export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  /** May hold intrinsic functions. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** What `Ref` yields. Undefined while it is not made. */
  readonly physicalId?: string;
}

/** A stack as CloudFormation knows it. */
export interface DeployedStack {
  readonly resources: readonly StackResource[];
  /** Values by output name, which begins with the construct's path. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Somebody who is subscribed to a topic. */
export interface Subscriber {
  readonly endpoint: string;
  readonly confirmed: boolean;
  /** Whether anybody who has an e-mail to it can end it without credentials. @default - not known, or no e-mail */
  readonly isLoose?: boolean;
}

/** What the account may do with text messages. */
export interface SmsAccount {
  readonly inSandbox: boolean;
  /** Phone numbers that get messages in the sandbox. */
  readonly verified: readonly string[];
  /** In US dollars. @default - SNS names none */
  readonly monthlySpendLimit?: number | undefined;
}

/** A record whose name and type a record set protection covers. */
export interface ProtectedRecord {
  /** With or without a dot at its end. */
  readonly name: string;
  readonly type: string;
}

/** A page as it was answered. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What one of Route 53's checkers saw last of an endpoint. */
export interface CheckerObservation {
  /** Where it stands, such as `eu-west-1`. */
  readonly region: string;
  readonly passed: boolean;
  /** In its own words, such as `Success: HTTP Status Code 200, OK`. */
  readonly status: string;
}

/** Looks at what is deployed and changes nothing. Shapes of objects are those of the AWS APIs. */
export interface Inspector {
  stack(stackName: string): Promise<DeployedStack>;
  /** Everybody, in no particular order. */
  subscribers(topicArn: string): Promise<readonly Subscriber[]>;
  /** @throws Error AuthorizationError */
  smsAccount(): Promise<SmsAccount>;
  /** Whether a phone has opted out of all text messages of the account. @throws Error AuthorizationError */
  isOptedOut(phoneNumber: string): Promise<boolean>;
  /** The configuration of a health check. Undefined when there is none. */
  healthCheck(id: string): Promise<object | undefined>;
  /** What each checker of an endpoint's health check saw last. Empty while there is no data. */
  checkers(healthCheckId: string): Promise<readonly CheckerObservation[]>;
  /** The record sets of one name and type in a hosted zone. */
  recordSets(hostedZoneId: string, name: string, type: string): Promise<readonly object[]>;
  /** The Change Guardrails that are on in a hosted zone. @throws Error AccessDenied */
  guardrails(hostedZoneId: string): Promise<readonly string[]>;
  /** The record set protections of a hosted zone. @throws Error AccessDenied */
  protections(hostedZoneId: string): Promise<readonly ProtectedRecord[]>;
  /** @throws Error when nobody answers */
  page(url: string): Promise<Answer>;
  /** What one health checker meets at an endpoint, standing where this runs; each of its time limits ends it. */
  probe(endpoint: ProbedEndpoint): Promise<Exchange>;
  /** How an HTTPS endpoint answers a browser that takes compressed pages. @throws Error when nobody answers */
  encoding(endpoint: ProbedEndpoint): Promise<EncodedAnswer>;
  /** Where an origin sends CloudFront under the origin's name. @throws Error when nobody answers */
  location(request: OriginRequest): Promise<OriginAnswer>;
}

/** Resources of one type. */
export const ofType = ({ resources }: DeployedStack, type: string): readonly StackResource[] =>
  resources.filter((resource) => resource.type === type);
