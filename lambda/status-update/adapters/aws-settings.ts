import type { GetItemOutput } from '@aws-sdk/client-dynamodb';
import type { SettingsCopy, SettingsSource } from '../find-settings';
import type { Settings } from '../settings';
import type { JsonApi } from './json-service';
import type { S3Bucket } from './s3-bucket';

/** Where the settings are at AWS. */
export interface AwsSettingsOptions {
  readonly bucket: S3Bucket;
  readonly dynamoDb: JsonApi;
  /** As the environment says them. */
  readonly essentials: Settings;
}

/** The deployment's settings in the records bucket, and a copy of the last good ones beside the state. */
export class AwsSettings implements SettingsSource {
  constructor(private readonly options: AwsSettingsOptions) {}

  deployed(): Promise<string> {
    const { bucket, essentials } = this.options;
    return bucket.get(essentials.SETTINGS_KEY);
  }

  async remembered(): Promise<SettingsCopy | undefined> {
    const { Item: item } = await this.options.dynamoDb.call<GetItemOutput>('GetItem', {
      TableName: this.tableName,
      Key: this.key,
    });
    const version = item?.['version']?.S;
    const text = item?.['settings']?.S;
    return version === undefined || text === undefined ? undefined : { version, text };
  }

  async remember({ version, text }: SettingsCopy): Promise<void> {
    const item = { ...this.key, version: { S: version }, settings: { S: text } };
    await this.options.dynamoDb.call('PutItem', { TableName: this.tableName, Item: item });
  }

  private get tableName(): string {
    return this.options.essentials.TABLE_NAME;
  }

  /** An item of its own: the state is written again and again, and should not carry this along. */
  private get key() {
    return { pk: { S: `${this.options.essentials.STORE.domainName}#settings` } };
  }
}
