/** The functions that come with Understudy, by their place in `lambda/`. */
export type BuiltInFunction =
  | 'status-update/index'
  | 'chat-ack/index'
  | 'channels/amazon-q'
  | 'channels/pager-duty'
  | 'channels/slack'
  | 'channels/teams';

/** The CloudFront Functions, by their place in `lambda/`. */
export type BuiltInEdgeFunction =
  | 'emergency-response/viewer-request'
  | 'emergency-response/viewer-response'
  | 'store-request/viewer-request';

/** The scripts of the emergency page. */
export type BuiltInScript = 'page/main' | 'page/main-with-offer' | 'page/languages';

/** Everything that is bundled before it is deployed. */
export type BuiltIn = BuiltInFunction | BuiltInEdgeFunction | BuiltInScript;
