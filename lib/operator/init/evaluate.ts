import { Duration } from 'aws-cdk-lib';
import { StoreTarget } from '../../store-target';
import { Call, type Code, Commented, entriesOf, type FunctionName, isList } from './code';

const FUNCTIONS: Readonly<Record<FunctionName, unknown>> = {
  'Duration.seconds': Duration.seconds,
  'StoreTarget.ipAddresses': StoreTarget.ipAddresses,
  'StoreTarget.hostName': StoreTarget.hostName,
  'StoreTarget.loadBalancer': StoreTarget.loadBalancer,
};

/** What the code is when it runs. */
export function evaluate(code: Code): unknown {
  if (code instanceof Commented) {
    return evaluate(code.value);
  }
  if (code instanceof Call) {
    const call = FUNCTIONS[code.name] as (...args: readonly unknown[]) => unknown;
    return call(...code.args.map(evaluate));
  }
  if (isList(code)) {
    return code.map(evaluate);
  }
  if (typeof code !== 'object') {
    return code;
  }
  return Object.fromEntries(entriesOf(code).map(([key, value]) => [key, evaluate(value)]));
}
