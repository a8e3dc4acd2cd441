/** The dashboard's physical name. CloudWatch allows letters, digits, dashes and underscores. */
export const dashboardName = (domainName: string): string => domainName.replaceAll(/[^\w-]/g, '-');

/**
 * Where the console shows the dashboard. It follows from names alone, so that messages can link the dashboard while
 * the dashboard shows the function that writes them. The address is the console's current form, which no document
 * of AWS promises to keep.
 */
export function dashboardUrl(domainName: string, region: string): string {
  const home = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;
  return `${home}#dashboards/dashboard/${dashboardName(domainName)}`;
}
