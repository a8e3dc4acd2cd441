import { createHash } from 'node:crypto';
import { Fn, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { Symptom } from '../../../lambda/status-update/contract/symptom';
import type { TargetTimes } from '../../../lambda/status-update/contract/target-times';
import { acknowledgeUploader } from '../../emergency-site/acknowledge-uploader';
import { uploaderLog } from '../../emergency-site/uploader-log';
import type { Money, OnCallContact } from '../../understudy-props';

/** What the function says of its store and when, as it reads it. */
export interface StoreSettings extends Readonly<Record<string, unknown>> {
  readonly contacts: readonly OnCallContact[] | undefined;
  readonly revenuePerMinute: Money | undefined;
  readonly feedbackUrl: string | undefined;
  readonly targets?: TargetTimes | undefined;
  readonly hostedZoneId: string;
  readonly platformStatusUrl: string | undefined;
}

/** Props of {@link DeployedSettings}. */
export interface DeployedSettingsProps {
  readonly bucket: Bucket;
  readonly symptoms: readonly Symptom[];
  readonly store: StoreSettings;
}

/**
 * The status-update function's settings in an object of their own: Lambda takes 4 KB of environment variables, which
 * eight endpoints would fill. What was weighed:
 * - SSM parameters take 4 KB, or 8 KB for money; 40 endpoints need more. The bundle is made before any health check has
 *   an id.
 * - The key is made of what the settings say, so that each function reads what it was deployed with, also while a
 *   deployment rolls back: older objects stay. The ids are no part of that, because synth does not know them; their
 *   beginnings stand in the environment, so that a health check that is replaced restarts the function.
 * - The environment keeps what the function needs to speak at all, should it not be able to read anything.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html
 */
export class DeployedSettings extends Construct {
  /** What the function needs to know of them. */
  readonly environment: Readonly<Record<'SYMPTOMS' | 'STORE' | 'SETTINGS_KEY' | 'SETTINGS_IDS', string>>;
  private readonly upload: BucketDeployment;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DeployedSettingsProps,
  ) {
    super(scope, id);
    const stack = Stack.of(this);
    const { bucket, symptoms, store } = props;
    const settings = { symptoms, store };
    const said = JSON.stringify(stack.resolve(settings));
    const key = `settings/${createHash('sha256').update(said).digest('hex').slice(0, 32)}.json`;
    this.environment = {
      SYMPTOMS: stack.toJsonString(symptoms.filter(({ watches }) => watches !== 'endpoint')),
      STORE: stack.toJsonString(essentialsOf(store)),
      SETTINGS_KEY: key,
      SETTINGS_IDS: symptoms.flatMap(beginningsOfIds).join(' '),
    };
    this.upload = new BucketDeployment(this, 'Upload', {
      destinationBucket: bucket,
      sources: [Source.jsonData(key, settings)],
      // Reviews live in the same bucket, and a function that is rolled back reads what it read before.
      prune: false,
      retainOnDelete: true,
      logGroup: uploaderLog(this),
    });
    acknowledgeUploader(this.upload, bucket);
  }

  /** Lets a function read that one object, which is there before the function is. */
  grant(to: LambdaFunction): void {
    const resources = [this.props.bucket.arnForObjects(this.environment.SETTINGS_KEY)];
    to.addToRolePolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources }));
    to.node.addDependency(this.upload);
  }
}

/** All but lists and what nothing but a line of a message hangs on. */
function essentialsOf({
  contacts,
  revenuePerMinute,
  feedbackUrl,
  targets,
  hostedZoneId,
  platformStatusUrl,
  ...essentials
}: StoreSettings) {
  return essentials;
}

/** Of a health check's id the eight digits before its first dash: enough to tell it from the one before it. */
const beginningsOfIds = ({ metric: { dimensions }, portChecks = [] }: Symptom): string[] =>
  [dimensions['HealthCheckId'] ?? [], ...portChecks].flat().map((id) => Fn.select(0, Fn.split('-', id)));
