import { MINUTE_MS } from '../../kernel/clock/units';

/**
 * What a platform's status page says, in the form of Statuspage's summary. Emulation: the page is called like its domain, and
 * one incident began with the minute.
 *
 * @see https://www.mongodb.com/docs/api/doc/cloud-status/operation/operation-getstatussummary a page of that form, described
 */
export function platformPage(
  hostName: string,
  trouble: readonly string[] | undefined,
  nowMs: number,
): string {
  const components = (trouble ?? ['Storefront']).map((name) => ({
    name,
    status: trouble === undefined ? 'operational' : 'partial_outage',
  }));
  const created_at = new Date(nowMs - (nowMs % MINUTE_MS)).toISOString();
  return JSON.stringify({
    page: { name: hostName.split('.').at(-2) },
    components,
    incidents: trouble === undefined ? [] : [{ name: 'Partial outage', created_at }],
  });
}
