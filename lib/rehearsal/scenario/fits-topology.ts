import type { Scenario } from './scenario';

/** Whether a scenario makes sense for a topology. A stack that Understudy did not make counts as `edge`. */
export const fitsTopology = ({ topologies }: Scenario, topology: 'edge' | 'dns' | 'other'): boolean =>
  topologies.includes(topology === 'dns' ? 'dns' : 'edge');
