/** A property that can't be compared, and why. */
export interface Gap {
  readonly type: string;
  /** Where in the properties, in lower case; everything below it counts, too. `*` is any index. */
  readonly path: string;
  readonly because: string;
}

const IGNORED = 'MiniStack 1.5.33 ignores it when a template sets it';
const INSTRUCTION =
  'an instruction to the upload function; what came of it is compared instead, file by file';

const gapsOf = (type: string, because: string, ...paths: string[]): Gap[] =>
  paths.map((path) => ({ type, path, because }));

/** What is not compared. A gap that is none any more fails the check, so that the list stays as short as it can be. */
export const GAPS: readonly Gap[] = [
  ...gapsOf('AWS::S3::Bucket', IGNORED, 'lifecycleconfiguration', 'loggingconfiguration', 'tags'),
  ...gapsOf('AWS::SNS::Topic', IGNORED, 'kmsmasterkeyid', 'signatureversion'),
  ...gapsOf('AWS::DynamoDB::Table', IGNORED, 'pointintimerecoveryspecification'),
  ...gapsOf(
    'AWS::CloudWatch::CompositeAlarm',
    'MiniStack 1.5.33 has no actions suppressor',
    'actionssuppressor',
    'actionssuppressorextensionperiod',
    'actionssuppressorwaitperiod',
  ),
  ...gapsOf(
    'AWS::CertificateManager::Certificate',
    'no answer of the API names the zone, and MiniStack 1.5.33 makes no validation record there',
    'domainvalidationoptions.*.hostedzoneid',
  ),
  ...gapsOf(
    'Custom::CDKBucketDeployment',
    INSTRUCTION,
    'servicetoken',
    'sourcebucketnames',
    'sourcemarkers',
    'sourcemarkersconfig',
    'waitfordistributioninvalidation',
    'retainondelete',
    'prune',
    'outputobjectkeys',
  ),
];

/** The gap that a property falls into, if it does. */
export function gapOf(type: string, path: string, gaps: readonly Gap[] = GAPS): Gap | undefined {
  const anyIndex = path.replace(/\.\d+(?=\.|$)/g, '.*');
  return gaps.find((gap) => gap.type === type && `${anyIndex}.`.startsWith(`${gap.path}.`));
}
