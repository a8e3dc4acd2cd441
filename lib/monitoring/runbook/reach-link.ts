import { phoneAddress } from '../../page/page-details';

const PHONE = /^[+(]?\d[\d\s().-]{4,}\d$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** What reaches a person by a tap: a call, an e-mail, a page. Undefined for words such as "ask the night shift". */
export function reachLink(reach: string): string | undefined {
  if (PHONE.test(reach)) {
    return phoneAddress(reach);
  }
  if (EMAIL.test(reach)) {
    return `mailto:${reach}`;
  }
  return reach.startsWith('https://') ? reach : undefined;
}
