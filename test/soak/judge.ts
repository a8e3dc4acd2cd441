import { historyAtom } from '../../lambda/status-update/site/history-feed';
import type { Attempt, Decided, Diary, Mailbox } from './diary';
import type { Shop } from './shop';

const MINUTE_MS = 60_000;

/** How long after trouble everything is as it should be again: a lease ends, a tick comes, Lambda tries again. */
const GRACE_MS = 4 * MINUTE_MS;

/** The same after a publish that nobody answered: its further copies come each quarter of an hour. */
const DOUBT_GRACE_MS = 18 * MINUTE_MS;

/** How long an alarm may have changed before a message says so. */
const NOTICE_MS = 2.5 * MINUTE_MS;

/** How long checkers that fail outweigh alarms that are OK. */
const HOLD_BACK_MS = 3 * MINUTE_MS;

/** How long all may be well before an incident is over: that of an unstable store waits for three quarters of an hour. */
const RESOLVE_MS = { steady: 9 * MINUTE_MS + HOLD_BACK_MS, unstable: 49 * MINUTE_MS + HOLD_BACK_MS } as const;

/** As `SETTINGS` of the tests has it. */
const HOLD_MS = 5 * MINUTE_MS;

/** A run may act on what it saw as long as it lives. */
const RUN_MS = 31_000;

/** Files are rewritten every five minutes, and once more. */
const FILES_MS = 12 * MINUTE_MS;

/** How soon a message without an answer goes out once more, with room for runs that die or fail. */
const DOUBT_MS = 7 * MINUTE_MS;

/** Most messages within an hour, without copies: half as many again as a long soak has seen. */
const MAX_PER_HOUR = 24;

/** What is wrong in a minute in which nothing has gone wrong for a while. */
export function judgeMinute(shop: Shop, nowMs: number): string[] {
  const { diary } = shop;
  const isClear = nowMs - diary.lastTroubleMs > GRACE_MS && nowMs - diary.lastDoubtMs > DOUBT_GRACE_MS;
  if (!isClear) {
    return [];
  }
  const wrong = [
    silence(diary, nowMs),
    lateEnd(diary, nowMs),
    brokenPromise(diary, nowMs),
    oldFiles(shop, nowMs),
    forgottenEnd(shop),
  ];
  return wrong.flatMap((text) => (text === undefined ? [] : [said(shop, nowMs, text)]));
}

/** What is wrong about a whole life. */
export function judgeEnd(shop: Shop): string[] {
  const { diary } = shop;
  const { state } = diary;
  const decided = [...diary.decided.values()];
  return [
    ...decided.flatMap((one) => lost(one, diary)),
    ...decided.flatMap((one) => wrongDecision(one, diary)),
    ...[diary, diary.second].flatMap((box) => [
      ...forgottenDoubts(box, diary.troublesMs),
      ...doubles(box, decided),
      ...disorder(box),
    ]),
    ...words(diary),
    ...tooMany(diary),
    ...(state?.incident ? [`${state.incident.id} never ends`] : []),
    ...(state?.outbox.length ? [`${state.outbox.length} messages wait forever`] : []),
    ...openAlerts(shop),
    ...chatOf(shop),
    ...leftHeld(shop),
    ...oldFeed(shop),
  ].map((text) => said(shop, shop.world.nowMs, text));
}

const said = (shop: Shop, atMs: number, text: string) =>
  `${new Date(atMs).toISOString().slice(11, 19)} ${shop.domainName}: ${text}`;

/** What people go by: of the last incident, the update with the highest number, because a copy may come after it. */
function lastUpdate({ heard }: Diary): Attempt['update'] {
  const last = heard.findLast(({ update }) => update !== undefined);
  return heard
    .flatMap(({ update }) =>
      update !== undefined && update.incidentId === last?.update?.incidentId ? update : [],
    )
    .toSorted((one, other) => one.update - other.update)
    .at(-1);
}

function silence(diary: Diary, nowMs: number): string | undefined {
  const { min } = diary.range(nowMs - NOTICE_MS, nowMs);
  const isPlanned = diary.state?.maintenance.some(({ endMs }) => endMs > nowMs - GRACE_MS);
  // A store that a person holds open is not down whatever its alarm says.
  const isHeld = diary.state?.hold != null || nowMs - diary.lastHeldMs < GRACE_MS;
  if (min === 0 || isPlanned || isHeld) {
    return undefined;
  }
  const update = lastUpdate(diary);
  const isKnown = update !== undefined && update.phase !== 'resolved';
  if (!isKnown) {
    return `silence: ${diary.alarming(nowMs)} in ALARM, and nobody was told`;
  }
  const isCalledWell = update.phase === 'monitoring' && !diary.state?.incident?.unstable;
  return isCalledWell
    ? `silence: ${diary.alarming(nowMs)} in ALARM, and people think that it is well`
    : undefined;
}

function lateEnd(diary: Diary, nowMs: number): string | undefined {
  const update = lastUpdate(diary);
  if (update === undefined || update.phase === 'resolved') {
    return undefined;
  }
  const isWell = (ms: number) => diary.wellSince(nowMs - ms, nowMs);
  const isUnstable = diary.state?.incident?.unstable ?? false;
  // Whoever could not see that it was well began to wait when they could.
  const isSeen = nowMs - diary.lastTroubleMs > RESOLVE_MS.steady;
  if (isSeen && isWell(isUnstable ? RESOLVE_MS.unstable : RESOLVE_MS.steady)) {
    return `${update.incidentId} goes on although all is well`;
  }
  const isCalledDown = update.phase !== 'monitoring' && !isUnstable;
  return isWell(NOTICE_MS + HOLD_BACK_MS) && isCalledDown
    ? `${update.incidentId} is well, and nobody was told`
    : undefined;
}

function brokenPromise(diary: Diary, nowMs: number): string | undefined {
  const update = lastUpdate(diary);
  const promisedMs = Date.parse(update?.nextUpdateAt ?? '');
  return nowMs - promisedMs > NOTICE_MS
    ? `silence: the update promised for ${update?.nextUpdateAt} has not come`
    : undefined;
}

function oldFiles({ diary, world }: Shop, nowMs: number): string | undefined {
  if (nowMs - diary.lastTroubleMs < FILES_MS) {
    return undefined;
  }
  const shown = JSON.parse(world.file('status.json')).x_update_seq;
  const sequence = diary.state?.sequence;
  return shown === sequence ? undefined : `status.json shows ${shown}, the state is ${sequence}`;
}

/** A failover that is held has an end written down, whatever becomes of the function. */
function forgottenEnd({ world, settings }: Shop): string | undefined {
  const isHeld = world.failoverSwitch.healthThreshold !== settings.THRESHOLD;
  return isHeld && world.scheduledEnd === undefined
    ? 'the failover is held, and nothing ends that'
    : undefined;
}

function leftHeld({ world, settings, diary }: Shop): string[] {
  const isHeld = world.failoverSwitch.healthThreshold !== settings.THRESHOLD || diary.state?.hold != null;
  return isHeld ? ['the failover stays held'] : [];
}

function oldFeed({ diary, world, settings }: Shop): string[] {
  const { state } = diary;
  const expected = state && historyAtom(state, settings.STORE, 0);
  return expected === world.file('history.atom') ? [] : ['history.atom is not that of the newest state'];
}

function lost(decided: Decided, diary: Diary): string[] {
  const { id, to, reminder, message, update } = decided;
  const box = to === undefined ? diary : diary.second;
  const key = update === undefined ? message.subject : `${update.incidentId}#${update.update}`;
  const tries = box.attempts.filter((attempt) => attempt.key === key);
  const isHeard = tries.some(({ fate }) => fate === 'taken' || fate === 'lost');
  // One that nobody answered is dropped for newer news on the same subject.
  const isReplaced = tries.some(({ fate }) => fate === 'silent') && newerHeard(decided, box);
  return isHeard || reminder || isReplaced ? [] : [`lost: ${id}, ${message.subject}`];
}

/** One that nobody answered is sent again after a minute, unless newer news on the same subject is. */
export function forgottenDoubts({ attempts }: Mailbox, troublesMs: readonly number[]): string[] {
  return attempts.flatMap((attempt, at) => {
    const isFirst = attempts.findIndex(({ key }) => key === attempt.key) === at;
    const { fate, atMs, run, key, update } = attempt;
    // Newer news takes a reminder's place at once.
    const isReminder = update?.kind === 'still' || update?.kind === 'nudge';
    if (!isFirst || isReminder || fate === 'taken' || fate === 'refused' || run.died || run.wasFailed) {
      return [];
    }
    // While SNS refuses what is older, which is tried first, and while runs fail, nothing else can follow.
    const heldUpUntil = (laterMs: number) =>
      Math.max(
        atMs,
        ...attempts.filter((one) => one.fate === 'refused' && one.atMs < laterMs).map((one) => one.atMs),
        ...troublesMs.filter((troubleMs) => troubleMs < laterMs),
      );
    const isFollowed = attempts
      .slice(at + 1)
      .filter((later) => later.atMs - heldUpUntil(later.atMs) < DOUBT_MS)
      .some((later) => later.key === key || (aboutOf(later) === aboutOf(attempt) && later.fate === 'taken'));
    return isFollowed ? [] : [`lost: ${attempt.subject} is not sent again although nobody answered`];
  });
}

function newerHeard({ update, message, atMs }: Decided, { heard }: Mailbox): boolean {
  return heard.some(
    (one) =>
      one.atMs > atMs &&
      aboutOf(one) === aboutOf(message) &&
      (one.update?.update ?? 1) > (update?.update ?? 0),
  );
}

/** The incident or the maintenance window at the end of a subject; drills have none. */
const aboutOf = ({ subject }: Pick<Attempt, 'subject'>): string =>
  /#(\S+)$/.exec(subject)?.[1] ?? /^\[\w+\]/.exec(subject)?.[0] ?? 'drill';

function wrongDecision({ update, atMs, sighted, isHeld, wellSinceMs }: Decided, diary: Diary): string[] {
  if (update === undefined) {
    return [];
  }
  const name = `${update.incidentId} #${update.update}`;
  const early = update.kind === 'resolved' && wellSinceMs !== undefined && atMs - wellSinceMs < HOLD_MS;
  if (early) {
    return [`${name} is resolved after ${(atMs - wellSinceMs) / 1_000} s`];
  }
  // Without CloudWatch there are events only, which may be old.
  if (!sighted || isHeld) {
    return [];
  }
  const { min, max } = diary.range(atMs - RUN_MS, atMs);
  const claimsDown = update.kind === 'opened' || update.kind === 'relapsed';
  const claimsWell = update.kind === 'recovered' || update.kind === 'resolved';
  if (claimsDown && max === 0) {
    return [`${name} is ${update.kind} although all is well`];
  }
  return claimsWell && min > 0 ? [`${name} is ${update.kind} although it fails`] : [];
}

function doubles({ heard }: Mailbox, decided: readonly Decided[]): string[] {
  // Two drills that end in the same minute have one subject.
  const isAmbiguous = ({ update, subject }: Attempt) =>
    update === undefined && decided.filter(({ message }) => message.subject === subject).length > 1;
  return heard.flatMap((attempt, at) => {
    if (isAmbiguous(attempt)) {
      return [];
    }
    const earlier = heard.slice(0, at).filter(({ key }) => key === attempt.key);
    const unexplained = earlier.filter(({ fate, run }) => fate === 'taken' && !run.died && !run.wasFailed);
    if (unexplained.length > 0) {
      return [`double: ${attempt.subject} comes again for no reason`];
    }
    const isCopy = earlier.length > 0 && earlier.every(({ run }) => !run.died && !run.wasFailed);
    return isCopy && !attempt.body.includes('may be a copy')
      ? [`double: ${attempt.subject} has no mark`]
      : [];
  });
}

/** Each incident's messages the first time they were heard; what was refused time and again may be overtaken. */
function disorder({ attempts, heard }: Mailbox): string[] {
  const seen = new Set<string>();
  const first = heard.filter(({ key }) => !seen.has(key) && seen.add(key));
  return first.flatMap((attempt, at) => {
    const before = first.slice(0, at).findLast(({ update }) => isSameIncident(update, attempt));
    const isLate = (before?.update?.update ?? 0) > (attempt.update?.update ?? 0);
    const troubles = attempts.filter(({ key, fate }) => key === attempt.key && fate !== 'taken');
    const mayBeLate = troubles.length >= 5 || troubles.some(({ fate }) => fate !== 'refused');
    return isLate && !mayBeLate ? [`order: ${attempt.subject} comes after ${before?.subject}`] : [];
  });
}

const isSameIncident = (update: Attempt['update'], { update: other }: Attempt) =>
  update !== undefined && update.incidentId === other?.incidentId;

function words({ said: ids, decided }: Diary): string[] {
  const saying = [...decided.values()].filter(
    ({ to, update }) => to === undefined && update?.kind === 'said',
  );
  return [...new Set(ids)].flatMap((id) => {
    const times = saying.filter(({ message }) => message.body.includes(`Words ${id}.`)).length;
    return times > 1 ? [`double: the command ${id} was carried out ${times} times`] : [];
  });
}

function tooMany({ heard }: Diary): string[] {
  const keys = new Set<string>();
  const news = heard.filter(({ key }) => !keys.has(key) && keys.add(key));
  const most = Math.max(0, ...news.map(({ atMs }) => countWithin(news, atMs)));
  return most > MAX_PER_HOUR ? [`${most} messages within an hour`] : [];
}

const countWithin = (all: readonly Attempt[], fromMs: number) =>
  all.filter(({ atMs }) => atMs >= fromMs && atMs < fromMs + 60 * MINUTE_MS).length;

/** How late a message may go out for its channel to carry it, with room for the pager's own tries. */
const PAGED_MS = 6 * MINUTE_MS;

/**
 * Every round of an incident that was told in time has an alert of its own, which its end closes, or that of a later
 * round. What was opened while the table could not be read may be left to people.
 */
function openAlerts({ pager, diary }: Shop): string[] {
  const open = [...pager.alerts]
    .filter(([key, isOpen]) => isOpen && !pager.blind.has(key))
    .map(([key]) => `the alert ${key} stays open`);
  const wanted = new Set(
    diary.heard
      .filter(({ key, atMs }) => atMs - (diary.decided.get(key)?.atMs ?? atMs) <= PAGED_MS)
      .flatMap(({ update }) =>
        update?.phase === 'investigating' ? `${update.incidentId} ${update.round}` : [],
      )
      .filter((round) => !pager.channel.unheard.has(round)),
  );
  const missing =
    wanted.size > pager.alerts.size
      ? [`${wanted.size} rounds of incidents, ${pager.alerts.size} alerts`]
      : [];
  const leftOut = pager.channel.wronglyLeftOut.map(
    (name) => `${name} is kept from the pager although it goes on`,
  );
  return [...open, ...missing, ...leftOut];
}

/** A chat shows everything that people were told in time, and nothing of what is over. */
function chatOf({ chat, diary }: Shop): string[] {
  const shown = new Set(chat.posts.map(({ update }) => `${update.incidentId}#${update.update}`));
  const missing = diary.heard
    .filter(({ key, update }) => update !== undefined && !shown.has(key))
    .filter(({ update }) => !chat.channel.unheard.has(`${update?.incidentId} ${update?.round}`))
    .map(({ subject }) => `lost: the chat does not show ${subject}`);
  const late = chat.posts
    .filter(({ isOutdated }) => isOutdated)
    .map(({ text }) => `the chat shows "${text}" although that is over`);
  return [...missing, ...late];
}
