import { z } from 'zod';
import { type DeployedStack, ofType } from '../inspector';

/** What CloudFront asks under the origin's name. */
export interface MirroredPaths {
  readonly originName: string;
  /** Names that lead to CloudFront, in lower case. */
  readonly shopNames: readonly string[];
  /** One path for each pattern. */
  readonly paths: readonly string[];
}

const CONFIG = z.object({
  Aliases: z.array(z.string()).default([]),
  Origins: z.array(z.object({ Id: z.string(), DomainName: z.unknown() })),
  OriginGroups: z
    .object({
      Items: z.array(
        z.object({
          Id: z.string(),
          Members: z.object({ Items: z.array(z.object({ OriginId: z.string() })) }),
        }),
      ),
    })
    .default({ Items: [] }),
  CacheBehaviors: z.array(z.object({ PathPattern: z.string(), TargetOriginId: z.string() })).default([]),
});

type Config = z.infer<typeof CONFIG>;

/** The paths that a stack mirrors: of all that it serves, only these have an origin group. */
export const mirroredPaths = (stack: DeployedStack): readonly MirroredPaths[] =>
  ofType(stack, 'AWS::CloudFront::Distribution').flatMap(({ properties }) => {
    const { success, data } = CONFIG.safeParse(properties['DistributionConfig']);
    return success ? data.OriginGroups.Items.flatMap((group) => pathsOf(group, data)) : [];
  });

function pathsOf({ Id, Members }: Config['OriginGroups']['Items'][number], config: Config): MirroredPaths[] {
  const first = config.Origins.find((origin) => origin.Id === Members.Items[0]?.OriginId);
  const patterns = config.CacheBehaviors.filter(({ TargetOriginId }) => TargetOriginId === Id);
  if (typeof first?.DomainName !== 'string' || patterns.length === 0) {
    return [];
  }
  return [
    {
      originName: first.DomainName,
      shopNames: config.Aliases.map((name) => name.toLowerCase()),
      paths: [...new Set(patterns.map(({ PathPattern }) => pathThatFits(PathPattern)))],
    },
  ];
}

/** A path that a pattern matches: `*` stands for nothing, too, and `?` for any one character. */
export const pathThatFits = (pattern: string): string =>
  `/${pattern.replaceAll('*', '').replaceAll('?', 'x').replace(/^\//, '')}`;
