import { configOf, type HealthCheckResource } from './health-check';

/** How many children of a calculated health check must be healthy, and which version of it says so. */
export interface ThresholdSetting {
  readonly healthThreshold: number;
  /** From 1; grows with each change. */
  readonly version: number;
}

/** The health thresholds of calculated health checks: as deployed at first, then as the API sets them. */
export class Thresholds {
  private readonly settings = new Map<string, ThresholdSetting>();

  constructor(calculated: readonly HealthCheckResource[]) {
    for (const resource of calculated) {
      const { HealthThreshold, ChildHealthChecks } = configOf(resource);
      this.settings.set(resource.ref, {
        healthThreshold: HealthThreshold ?? ChildHealthChecks.length,
        version: 1,
      });
    }
  }

  /** Undefined for what is no calculated health check. */
  get(id: string): ThresholdSetting | undefined {
    return this.settings.get(id);
  }

  set(id: string, healthThreshold: number): ThresholdSetting {
    const setting = { healthThreshold, version: (this.settings.get(id)?.version ?? 0) + 1 };
    this.settings.set(id, setting);
    return setting;
  }
}
