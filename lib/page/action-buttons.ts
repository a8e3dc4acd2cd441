import type { NotifyMe } from './emergency-page-props';
import { joined, type PageContext, pageLink, textLink } from './page-context';

const BUTTON = ' class=button';

/** Other ways to buy, under their own heading. */
function channels(context: PageContext): readonly string[] {
  const { props, strings, text } = context;
  const { salesChannels = [], shopsUrl } = props;
  if (salesChannels.length === 0 && !shopsUrl) {
    return [];
  }
  return [
    text('h2', strings.channelsHeading),
    ...salesChannels.map((one) => pageLink(context, one, BUTTON)),
    ...(shopsUrl ? [textLink(context, shopsUrl, strings.shops, BUTTON)] : []),
  ];
}

/** An e-mail in the store's own language, because its staff read the subject; its link says what it opens. */
function notifyLink(context: PageContext, notify: NotifyMe, subject: string): string {
  const { strings } = context;
  if ('url' in notify) {
    return textLink(context, notify.url, strings.notify, BUTTON);
  }
  const address = `mailto:${notify.email}?subject=${encodeURIComponent(subject)}`;
  return textLink(context, address, strings.notifyByEmail, BUTTON);
}

/** What a shopper can do now: buy elsewhere, the first of which stands out, or be told when the store is back. */
export function actions(context: PageContext, notifySubject: string): string | false {
  const { notify } = context.props;
  const buttons = channels(context);
  if (buttons.length === 0 && !notify) {
    return false;
  }
  return joined('<section>', ...buttons, notify && notifyLink(context, notify, notifySubject), '</section>');
}
