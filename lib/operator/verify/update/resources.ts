import type { TemplateResource } from '../../../rehearsal/aws/assembly/template';

/** The resources of a template, by logical id. */
export type Resources = Readonly<Record<string, TemplateResource>>;

export type Properties = Readonly<Record<string, unknown>>;

export const propertiesOf = (resource: TemplateResource | undefined): Properties =>
  resource?.Properties ?? {};

/** An object inside of properties; an empty one where there is none. */
export function objectAt(properties: Properties, key: string): Properties {
  const value = properties[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Properties) : {};
}

/** A list inside of properties; an empty one where there is none. */
export function listAt(properties: Properties, key: string): readonly unknown[] {
  const value = properties[key];
  return Array.isArray(value) ? value : [];
}

/** Resources of a type, with their logical ids. */
export const ofType = (
  resources: Resources,
  type: string,
): readonly { readonly logicalId: string; readonly properties: Properties }[] =>
  Object.entries(resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([logicalId, resource]) => ({ logicalId, properties: propertiesOf(resource) }));
