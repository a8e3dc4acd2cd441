import { z } from 'zod';
import type { MetricId, Resolution } from '../cloudwatch/metric-store';

const EMBEDDED = z.looseObject({
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string(), StorageResolution: z.number().optional() })),
      }),
    ),
  }),
});

/** One value on its way into CloudWatch. */
export interface EmbeddedMetric {
  readonly metric: MetricId;
  readonly value: number;
  /** Whether CloudWatch keeps its single seconds. */
  readonly resolution: Resolution;
}

/**
 * The metrics in one line of a function's log, one for each set of dimensions. Most lines hold none.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function embeddedMetrics(line: string): readonly EmbeddedMetric[] {
  if (!line.includes('"CloudWatchMetrics"')) {
    return [];
  }
  const { success, data: root } = EMBEDDED.safeParse(asJson(line));
  if (!success) {
    return [];
  }
  return root._aws.CloudWatchMetrics.flatMap(({ Namespace: namespace, Dimensions, Metrics }) =>
    Metrics.flatMap(({ Name: name, StorageResolution }) =>
      Dimensions.flatMap((names) => {
        const dimensions = Object.fromEntries(names.map((key) => [key, String(root[key])]));
        // A metric that the line names but has no number for is none.
        return [root[name]]
          .flat()
          .filter((value) => typeof value === 'number')
          .map((value) => ({
            metric: { namespace, name, dimensions },
            value,
            resolution: StorageResolution === 1 ? 'high' : 'standard',
          }));
      }),
    ),
  );
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
