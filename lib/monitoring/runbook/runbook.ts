import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { renderHtml } from '../../../lambda/document/render-html';
import { renderMarkdown } from '../../../lambda/document/render-markdown';
import { EMERGENCY_SITE_PREFIX, objectKey } from '../../../lambda/emergency-response/contract/paths';
import { acknowledgeUploader } from '../../emergency-site/acknowledge-uploader';
import { uploaderLog } from '../../emergency-site/uploader-log';
import { textSources } from '../../private/text-sources';
import { type RunbookAlarm, type RunbookContext, runbookDocument, sectionOf } from './runbook-document';

/** What makes the runbook's address. */
export interface RunbookAddress {
  /** The distribution's own name. The shop's leads to the store with `dns`, and may be what is broken. */
  readonly distributionDomainName: string;
  /** The key of the topics: its id is the name of the runbook's folder. */
  readonly key: IKey;
}

const folder = ({ key }: RunbookAddress): string => EMERGENCY_SITE_PREFIX + key.keyId;

/** Where the runbook is. */
export const runbookUrl = (address: RunbookAddress): string =>
  `https://${address.distributionDomainName}${folder(address)}/runbook.html`;

/** Where the runbook speaks of an alarm. */
export const stepsUrl = (address: RunbookAddress, domainName: string, alarmName: string): string =>
  `${runbookUrl(address)}#${sectionOf(domainName, alarmName)}`;

/** Props of {@link Runbook}. */
export interface RunbookProps extends RunbookContext, RunbookAddress {
  /** The emergency site's. */
  readonly bucket: Bucket;
  readonly alarms: readonly RunbookAlarm[];
}

/**
 * The runbook: HTML to open, Markdown to copy into a wiki.
 *
 * At night, on a phone, a link has to open without signing in to anything, so the runbook lies on the emergency site, in a
 * folder whose name strangers don't know, as a document does that is shared by its link. What was weighed:
 * - The S3 console needs a sign-in. A presigned address ends with the credentials that signed it, after some hours, so no
 *   alarm's description can hold one, and it would be longer than an SMS.
 * - The folder is called after the id of the topics' key. AWS calls such ids unique and looks to draw them at random; no
 *   output of the stack, no log of a deployment and no answer to a stranger tells it.
 * - Anybody who has the link may read: whom to call, what each alarm means, commands that do nothing without credentials of the
 *   account. Nothing else is in it: no secret, no account, nobody who is subscribed. Guard it as you guard the messages.
 * - Nobody keeps it: `no-store`, `noindex`, no referrer. A link that got out ends with a new key and when you delete the
 *   old folder.
 *
 * Nothing that fails here touches shoppers: it is one more object behind the cache behavior of the emergency site.
 *
 * @see https://www.w3.org/TR/capability-urls/
 */
export class Runbook extends Construct {
  constructor(scope: Construct, id: string, props: RunbookProps) {
    super(scope, id);
    const document = runbookDocument(props.alarms, props);
    const deployment = new BucketDeployment(this, 'Upload', {
      destinationBucket: props.bucket,
      destinationKeyPrefix: objectKey(folder(props)),
      sources: textSources({
        'runbook.html': renderHtml(document),
        'runbook.md': renderMarkdown(document),
      }),
      cacheControl: [CacheControl.noStore()],
      // Nothing deletes in the emergency bucket, for the page is in it. The files here have the same names each time.
      prune: false,
      retainOnDelete: true,
      logGroup: uploaderLog(this),
    });
    acknowledgeUploader(deployment, props.bucket);
  }
}
