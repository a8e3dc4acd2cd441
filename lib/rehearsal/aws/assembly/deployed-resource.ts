/** A resource as the template states it; `properties` may still hold intrinsic functions. */
export interface DeployedResource {
  readonly stackName: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** How reports and errors name a resource: `stack/logicalId`. */
export const resourceName = (resource: DeployedResource): string =>
  `${resource.stackName}/${resource.logicalId}`;
