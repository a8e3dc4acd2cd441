import { BucketDeployment } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { renderHtml } from '../../lambda/status-update/document/render-html';
import { renderMarkdown } from '../../lambda/status-update/document/render-markdown';
import { acknowledgeUploader } from '../emergency-site/acknowledge-uploader';
import { uploaderLog } from '../emergency-site/uploader-log';
import { type Texts, textSources } from '../text-sources';
import type { RecordsBucket } from './records-bucket';
import { type RunbookAlarm, type RunbookContext, runbookDocument } from './runbook-document';

/** Props of {@link Runbooks}. */
export interface RunbooksProps extends RunbookContext {
  readonly bucket: RecordsBucket;
  /** One runbook each. */
  readonly alarms: readonly RunbookAlarm[];
}

/** The key of an alarm's runbook in the records bucket. */
export const runbookKey = (alarmName: string): string => `runbooks/${alarmName}.html`;

/** Writes one runbook per alarm into the records bucket: HTML to open, Markdown to copy into a wiki. */
export class Runbooks extends Construct {
  constructor(scope: Construct, id: string, { bucket, alarms, ...context }: RunbooksProps) {
    super(scope, id);
    const deployment = new BucketDeployment(this, 'Upload', {
      destinationBucket: bucket,
      sources: textSources(runbookFiles(alarms, context)),
      // Reviews live in the same bucket; pruning would delete them.
      prune: false,
      retainOnDelete: true,
      logGroup: uploaderLog(this),
    });
    acknowledgeUploader(deployment, bucket);
  }
}

/** Every runbook in both forms. */
export function runbookFiles(alarms: readonly RunbookAlarm[], context: RunbookContext): Texts {
  return Object.fromEntries(
    alarms.flatMap((alarm) => {
      const document = runbookDocument(alarm, context);
      const key = runbookKey(alarm.alarmName);
      return [
        [key, renderHtml(document)],
        [key.replace(/\.html$/, '.md'), renderMarkdown(document)],
      ];
    }),
  );
}
