export {
  type AppOrAssembly,
  type GivenScenario,
  type Rehearsal,
  RehearsalError,
  type RehearsalErrorCode,
  type RehearseOptions,
  rehearse,
  type Scenario,
  type ScenarioInput,
  type SynthesizableApp,
  type WorldChoice,
} from '../rehearsal';
export type { FaultInput, StoreFaultInput } from './given-fault';
export type { Message } from './inbox';
export { type OpenWorldOptions, openWorld } from './open-world';
export type { TimeSpan } from './time-span';
export { assertHolds, type MatcherResult, rehearsalMatchers } from './to-hold';
export type { Page, VisitOptions } from './visit';
export type { AlarmStatus, DnsAnswer, OpenFault, TestWorld, TimelineLine } from './world';
