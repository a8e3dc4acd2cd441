import { HELD_THRESHOLD, SIDES, type Side } from '../../../lambda/status-update/contract/hold';

/** The record that a calculated health check is held on; undefined while its threshold is as deployed. */
export function heldSide(deployedThreshold: unknown, threshold: unknown): Side | undefined {
  return Number(deployedThreshold) === Number(threshold)
    ? undefined
    : SIDES.find((side) => HELD_THRESHOLD[side] === Number(threshold));
}
