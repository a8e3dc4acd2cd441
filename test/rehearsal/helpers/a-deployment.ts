import type { AssemblyStack } from '../../../lib/rehearsal/aws/assembly/assembly';
import { Deployment } from '../../../lib/rehearsal/aws/assembly/deployment';
import type { Template, TemplateResource } from '../../../lib/rehearsal/aws/assembly/template';

type Resources = Readonly<Record<string, TemplateResource>>;

/** A stack called `Stack` with these resources and no assets, but for what a test says. */
export const aStack = (Resources: Resources, but: Template = {}): AssemblyStack => ({
  name: 'Stack',
  region: 'us-east-1',
  template: { Resources, ...but },
  assetPaths: new Map(),
});

/** The deployment of one stack called `Stack`. */
export const aDeployment = (resources: Resources, but: Template = {}): Deployment =>
  new Deployment([aStack(resources, but)]);

/** A resource of a type with properties. */
export const aResource = (
  Type: string,
  Properties: Readonly<Record<string, unknown>> = {},
): TemplateResource => ({ Type, Properties });
