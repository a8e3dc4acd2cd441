import type { UnderstudyProps } from '../understudy-props';
import { describeMistake } from './mistake';
import { isUnknown } from './unknown';
import { validateEncoding } from './validate-encoding';

const DAY_SECONDS = 86_400;

/** Mistakes in what a rehearsal is told: where shoppers go, budgets and the price of a minute. */
export function validateRehearsal({
  budgets = {},
  revenuePerMinute,
  journey = {},
}: UnderstudyProps): string[] {
  return [
    ...Object.entries(journey).flatMap(([page, path], index, all) =>
      validateStep({ page, path }, all.slice(0, index)),
    ),
    ...Object.entries(budgets).flatMap(([name, seconds]) => validateBudget(name, seconds)),
    ...(revenuePerMinute === undefined ? [] : validateRevenue(revenuePerMinute)),
  ];
}

/** @param before the steps that were named before this one */
function validateStep(
  { page, path: got }: { readonly page: string; readonly path: string | undefined },
  before: readonly (readonly [string, string | undefined])[],
): string[] {
  const prop = `journey.${page}`;
  if (got === undefined) {
    return [];
  }
  if (!/^\/[^?#\s]{0,254}$/.test(got)) {
    const remedy = 'write a slash and up to 254 characters, without query and spaces, such as /kasa';
    return [describeMistake({ prop, problem: 'must be a path', got, remedy })];
  }
  const unencoded = validateEncoding(prop, got);
  if (unencoded.length > 0) {
    return unencoded;
  }
  const twin = before.find(([, path]) => path === got)?.[0];
  if (twin === undefined) {
    return [];
  }
  const remedy = `journey.${twin} has the same; leave one of them out`;
  return [describeMistake({ prop, problem: 'must be a path of its own', got, remedy })];
}

function validateBudget(name: string, got: number | undefined): string[] {
  const prop = `budgets.${name}`;
  if (got === undefined || isWithin(got, DAY_SECONDS)) {
    return [];
  }
  return [
    describeMistake({
      prop,
      problem: 'must be above 0 seconds',
      got,
      remedy: `up to ${DAY_SECONDS}; leave it out for the default`,
    }),
  ];
}

function validateRevenue({ amount, currency }: NonNullable<UnderstudyProps['revenuePerMinute']>): string[] {
  const mistakes: string[] = [];
  if (!isWithin(amount, Number.MAX_VALUE)) {
    mistakes.push(
      describeMistake({
        prop: 'revenuePerMinute.amount',
        problem: 'must be above 0',
        got: amount,
        remedy: 'leave revenuePerMinute out if nobody knows',
      }),
    );
  }
  if (!isUnknown(currency) && !/^[A-Z]{3}$/.test(currency)) {
    mistakes.push(
      describeMistake({
        prop: 'revenuePerMinute.currency',
        problem: 'must be an ISO 4217 code',
        got: currency,
        remedy: 'write three capital letters, such as EUR',
      }),
    );
  }
  return mistakes;
}

/** Above 0 and up to a limit; values that are CDK tokens are not judged. */
const isWithin = (value: number, limit: number): boolean => isUnknown(value) || (value > 0 && value <= limit);
