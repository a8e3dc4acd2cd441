import { Token } from 'aws-cdk-lib';
import { DEFAULT_BUDGETS } from '../rehearsal-budgets';
import type { UnderstudyProps } from '../understudy-props';
import { describeMistake } from './mistake';

const DAY_SECONDS = 86_400;

/** Mistakes in what a rehearsal is told: budgets and the price of a minute. */
export function validateRehearsal({ budgets = {}, revenuePerMinute }: UnderstudyProps): string[] {
  return [
    ...Object.entries(budgets).flatMap(([name, seconds]) => validateBudget(name, seconds)),
    ...(revenuePerMinute === undefined ? [] : validateRevenue(revenuePerMinute)),
  ];
}

function validateBudget(name: string, got: unknown): string[] {
  const prop = `budgets.${name}`;
  if (!(name in DEFAULT_BUDGETS.edge)) {
    const remedy = `allowed are ${Object.keys(DEFAULT_BUDGETS.edge).join(', ')}`;
    return [describeMistake({ prop, problem: 'is not a budget', got, remedy })];
  }
  if (got === undefined || isWithin(got, DAY_SECONDS)) return [];
  return [
    describeMistake({
      prop,
      problem: 'must be above 0 seconds',
      got: shown(got),
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
        got: shown(amount),
        remedy: 'leave revenuePerMinute out if nobody knows',
      }),
    );
  }
  if (!Token.isUnresolved(currency) && !/^[A-Z]{3}$/.test(currency)) {
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
const isWithin = (value: unknown, limit: number): boolean =>
  Token.isUnresolved(value) || (typeof value === 'number' && value > 0 && value <= limit);

/** JSON has no word for these. */
const shown = (value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
