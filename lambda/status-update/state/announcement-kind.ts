/**
 * What there is to say about an incident: it `opened`, `changed`, is `still` going on, has `recovered` and is watched,
 * is `relapsed`, is `unstable`, is `resolved`; a person `said` something or `retracted` it, or has `acknowledged`
 * it; it is `escalated` because nobody has, or `overdue` because a target has passed; or an update is due, and the person
 * speaking for it gets a `nudge`.
 */
export const ANNOUNCEMENT_KINDS = [
  'opened',
  'changed',
  'still',
  'recovered',
  'relapsed',
  'unstable',
  'resolved',
  'said',
  'retracted',
  'acknowledged',
  'escalated',
  'overdue',
  'nudge',
] as const;

/** One of {@link ANNOUNCEMENT_KINDS}. */
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];
