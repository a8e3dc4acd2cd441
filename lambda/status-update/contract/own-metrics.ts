/** The metrics that the function publishes about itself, and what tells one store's from another's. */
export const OWN_METRICS = {
  /** Of the function's own metrics. */
  namespace: 'Understudy',
  /** As in `POWERTOOLS_SERVICE_NAME`, which becomes the dimension `service`. */
  service: 'status-update',
  /** Of each run while an incident is open: 1 when people were told all of it, 0 when not. */
  incidentInHand: 'IncidentInHand',
} as const;
