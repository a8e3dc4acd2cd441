import { z } from 'zod';
import type { ProbeCheck } from '../../../rehearsal/aws/route53/rules/probe-verdict';

/** What a health checker is told to ask, as Route 53 has it. */
export interface ProbedEndpoint extends ProbeCheck {
  /** Host name: for `Host`, for SNI, and to connect to where there is no address. @default - the address is asked for */
  readonly host?: string;
  /** IP address to connect to. @default - `host` is looked up, over IPv4 only */
  readonly ipAddress?: string;
  readonly port: number;
  /** Path and query, with a leading slash. */
  readonly path: string;
  /** Whether TLS begins with the name. */
  readonly sendsName: boolean;
}

/** The part of a configuration that decides about a request. */
const CONFIG = z.object({
  Type: z.enum(['HTTP', 'HTTPS', 'HTTP_STR_MATCH', 'HTTPS_STR_MATCH', 'TCP']),
  FullyQualifiedDomainName: z.string().optional(),
  IPAddress: z.string().optional(),
  Port: z.number().optional(),
  ResourcePath: z.string().optional(),
  SearchString: z.string().optional(),
  EnableSNI: z.boolean().optional(),
  Inverted: z.boolean().optional(),
  Disabled: z.boolean().optional(),
});

/**
 * What checkers ask for a health check.
 * @param config as `GetHealthCheck` answers it
 * @returns undefined where nobody asks an endpoint, or where "healthy" means the opposite
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
export function probedEndpoint(config: object | undefined): ProbedEndpoint | undefined {
  const parsed = CONFIG.safeParse(config);
  if (!parsed.success || parsed.data.Inverted || parsed.data.Disabled) {
    return undefined;
  }
  const { Type, FullyQualifiedDomainName: host, IPAddress: ipAddress, Port, ...rest } = parsed.data;
  const { ResourcePath: path = '', SearchString: searchString, EnableSNI } = rest;
  if (host === undefined && ipAddress === undefined) {
    return undefined;
  }
  const isHttps = Type.startsWith('HTTPS');
  return {
    type: Type,
    searchString,
    host,
    ipAddress,
    port: Port ?? (isHttps ? 443 : 80),
    path: path.startsWith('/') ? path : `/${path}`,
    sendsName: isHttps && EnableSNI !== false,
  };
}
