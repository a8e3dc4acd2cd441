/** What `npx understudy init` has to know, as people say it. An empty text or list is no answer. */
export interface Answers {
  /** For a shop without staff or budget: at most $5 a month. */
  readonly small: boolean;
  /** The name shoppers type. */
  readonly domainName: string;
  readonly zoneName: string;
  readonly zoneId: string;
  readonly topology: 'edge' | 'dns';
  /** IP addresses, or one name: of a host, or of a load balancer. */
  readonly store: readonly string[];
  /** The load balancer's own zone. */
  readonly loadBalancerZoneId: string;
  /** The host name that health checks ask for, where the store has a name and no addresses. */
  readonly probedHost: string;
  /** Further names of the shop. */
  readonly alternateNames: readonly string[];
  readonly probedPath: string;
  /** Text that proves that the page is the shop's. */
  readonly probedText: string;
  readonly emails: readonly string[];
  readonly phoneNumbers: readonly string[];
  readonly webhooks: readonly string[];
  readonly secondEmails: readonly string[];
  readonly secondPhoneNumbers: readonly string[];
  readonly secondWebhooks: readonly string[];
  readonly runbookUrl: string;
  readonly timeZone: string;
  readonly storeName: string;
  readonly languages: readonly string[];
  readonly contactEmail: string;
  readonly contactPhone: string;
}

/** Nothing answered yet. */
export const NO_ANSWERS: Answers = {
  small: false,
  domainName: '',
  zoneName: '',
  zoneId: '',
  topology: 'edge',
  store: [],
  loadBalancerZoneId: '',
  probedHost: '',
  alternateNames: [],
  probedPath: '',
  probedText: '',
  emails: [],
  phoneNumbers: [],
  webhooks: [],
  secondEmails: [],
  secondPhoneNumbers: [],
  secondWebhooks: [],
  runbookUrl: '',
  timeZone: '',
  storeName: '',
  languages: [],
  contactEmail: '',
  contactPhone: '',
};
