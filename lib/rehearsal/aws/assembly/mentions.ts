import { type DeployedResource, resourceName } from './deployed-resource';
import { isIntrinsic } from './intrinsic-functions';
import type { Resolver } from './resolver';

/** Which of some resources a value mentions: by an intrinsic function, or by a name or an ARN in its text. */
export class Mentions {
  /** The resources that go by a text: records of a failover pair have one name. */
  private readonly byText = new Map<string, string[]>();
  private readonly names: ReadonlySet<string>;

  constructor(
    private readonly resolver: Resolver,
    resources: readonly DeployedResource[],
  ) {
    this.names = new Set(resources.map(resourceName));
    for (const resource of resources) {
      for (const text of new Set(this.resolver.namesOf(resource).map(normalize))) {
        this.add(text, resourceName(resource));
      }
    }
  }

  /** Has a further text stand for something. */
  add(text: string, name: string): void {
    const known = this.byText.get(normalize(text));
    if (known === undefined) {
      this.byText.set(normalize(text), [name]);
    } else {
      known.push(name);
    }
  }

  /** Their names. What the rehearsal can't evaluate is looked into as far as it goes. */
  in(value: unknown, where: DeployedResource): ReadonlySet<string> {
    const found = new Set<string>();
    const visit = (part: unknown): void => {
      if (typeof part === 'string') {
        for (const name of this.named(part)) {
          found.add(name);
        }
      }
      if (typeof part !== 'object' || part === null) {
        return;
      }
      const [key, ...others] = Object.keys(part);
      if (key === undefined || others.length > 0 || !isIntrinsic(key)) {
        for (const item of Object.values(part)) {
          visit(item);
        }
        return;
      }
      const { references, resolved } = this.resolver.trace(part, where);
      for (const name of references) {
        if (this.names.has(name)) {
          found.add(name);
        }
      }
      visit(resolved === undefined ? Object.values(part) : resolved);
    };
    visit(value);
    return found;
  }

  private named(text: string): readonly string[] {
    return namesIn(text).flatMap((name) => this.byText.get(name) ?? []);
  }
}

/**
 * What in a text may be a name: all of it, the end of an ARN, host names, and what is in quotes, in brackets or in a list,
 * as in the rule of a composite alarm. Any other word is only a word.
 */
function namesIn(text: string): readonly string[] {
  const ends = text.startsWith('arn:') ? text.split(/[:/]/).slice(-1) : [];
  const hosts = text.split(/[^\w.*-]+/).filter((word) => word.includes('.'));
  return [...new Set([text, ...ends, ...hosts, ...text.split(/[",()]/)])].map(normalize);
}

/** Host names have no upper and lower case, and may end with a dot. */
const normalize = (name: string): string => name.trim().toLowerCase().replace(/\.$/, '');
