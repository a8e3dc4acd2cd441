import type { Variation } from '../unknowns/sweep';
import { UNKNOWN_NAMES, type UnknownName, unknownOf } from '../unknowns/unknowns';
import type { ReportFinding, ScenarioReport } from './report-schema';
import type { Uncertainty } from './uncertainty-schema';

/** A play with other values than the defaults. */
export interface VariedPlay extends Variation {
  readonly report: ScenarioReport;
}

/** A scenario through an assembly, at the defaults and beside them. */
export interface SweptPlay {
  readonly usual: ScenarioReport;
  readonly varied: readonly VariedPlay[];
}

type SweptFinding = Uncertainty['findings'][number];
type BrokenBy = SweptFinding['brokenBy'][number];

/** Whether the play found something missed that held at the defaults. */
export const breaksAnything = (usual: ScenarioReport, { findings }: ScenarioReport): boolean =>
  usual.findings.some((finding) => finding.passed && sameIn(findings, finding)?.passed === false);

/** Puts together what the plays say: what holds over the whole range, and what moves most. */
export function uncertaintyOf(swept: readonly SweptPlay[]): Uncertainty {
  const findings = swept.flatMap(findingsOf);
  const unknowns = UNKNOWN_NAMES.map((name) => unknownIn(name, swept, findings)).sort(
    (a, b) => b.breaks - a.breaks || share(b, swept) - share(a, swept),
  );
  const plays = swept.reduce((sum, { varied }) => sum + 1 + varied.length, 0);
  return { version: 1, plays, findings, unknowns };
}

const sameIn = (
  findings: readonly ReportFinding[],
  { kind, what }: ReportFinding,
): ReportFinding | undefined => findings.find((other) => other.kind === kind && other.what === what);

function findingsOf({ usual, varied }: SweptPlay): readonly SweptFinding[] {
  return usual.findings.flatMap((finding): SweptFinding[] => {
    const brokenBy = finding.passed ? UNKNOWN_NAMES.flatMap((name) => breaksOf(name, finding, varied)) : [];
    if (finding.kind !== 'budget' && finding.passed && brokenBy.length === 0) {
      return [];
    }
    const { kind, what, measured, atMost, unit } = finding;
    const held =
      brokenBy.length > 0 ? 'at the default' : finding.passed ? 'over the range' : 'not at the default';
    return [
      { scenario: usual.name, topology: usual.topology, kind, what, measured, atMost, unit, held, brokenBy },
    ];
  });
}

/** Towards each end the first value that breaks a finding, and the last one before. */
function breaksOf(
  unknown: UnknownName,
  finding: ReportFinding,
  varied: readonly VariedPlay[],
): readonly BrokenBy[] {
  const taken = unknownOf(unknown).default;
  const own = varied.filter((play) => play.unknown === unknown);
  const sides = [own.filter(({ value }) => value < taken), own.filter(({ value }) => value > taken)];
  return sides.flatMap((side) => {
    const outwards = [...side].sort((a, b) => Math.abs(a.value - taken) - Math.abs(b.value - taken));
    const at = outwards.findIndex(({ report }) => sameIn(report.findings, finding)?.passed === false);
    const missed = outwards[at];
    if (missed === undefined) {
      return [];
    }
    const holdsAt = outwards[at - 1]?.value ?? taken;
    const measured = sameIn(missed.report.findings, finding)?.measured ?? null;
    return [{ unknown, holdsAt, missedAt: missed.value, measured }];
  });
}

function unknownIn(
  name: UnknownName,
  swept: readonly SweptPlay[],
  findings: readonly SweptFinding[],
): Uncertainty['unknowns'][number] {
  const { what, unit, least, most, default: taken, known, source } = unknownOf(name);
  const moves = swept
    .flatMap((play) => movesOf(name, play))
    .filter(({ byMs }) => byMs > 0)
    .sort((a, b) => b.byMs - a.byMs);
  const breaks = findings.filter(({ brokenBy }) => brokenBy.some(({ unknown }) => unknown === name)).length;
  return { name, what, unit, least, most, default: taken, known, source: source ?? null, moves, breaks };
}

const movesOf = (name: UnknownName, { usual, varied }: SweptPlay): Uncertainty['unknowns'][number]['moves'] =>
  budgetsIn(usual).map((finding) => {
    const shifts = varied
      .filter(({ unknown }) => unknown === name)
      .flatMap(({ report }) => sameIn(report.findings, finding)?.measured ?? [])
      .map((measured) => Math.abs(measured - (finding.measured ?? measured)));
    return {
      scenario: usual.name,
      topology: usual.topology,
      what: finding.what,
      byMs: Math.max(0, ...shifts),
    };
  });

/** Of what has happened; what never came has not moved. */
const budgetsIn = ({ findings }: ScenarioReport): readonly ReportFinding[] =>
  findings.filter(({ kind, measured }) => kind === 'budget' && measured !== null);

/** The greatest part of a budget that an unknown moves it by. */
function share({ moves }: Uncertainty['unknowns'][number], swept: readonly SweptPlay[]): number {
  const shares = moves.map(({ scenario, topology, what, byMs }) => {
    const { usual } =
      swept.find((play) => play.usual.name === scenario && play.usual.topology === topology) ?? {};
    const atMost =
      usual?.findings.find((finding) => finding.what === what)?.atMost ?? Number.POSITIVE_INFINITY;
    return byMs / atMost;
  });
  return Math.max(0, ...shares);
}
