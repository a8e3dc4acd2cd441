import { EVENT_INVOKE_CONFIG, FUNCTION } from '../../../../lib/rehearsal/aws/lambda/resource';
import { aDeployment, aResource } from '../../helpers/a-deployment';

const readFunction = (but: Record<string, unknown>) =>
  aDeployment({ Fn: aResource('AWS::Lambda::Function', { Code: {}, ...but }) }).all(FUNCTION)[0]?.properties;

const readInvoke = (but: Record<string, unknown>) =>
  aDeployment({ Invoke: aResource('AWS::Lambda::EventInvokeConfig', { FunctionName: 'fn', ...but }) }).all(
    EVENT_INVOKE_CONFIG,
  )[0]?.properties;

describe('function', () => {
  test.each([
    [
      { ReservedConcurrentExecutions: 0 },
      'ReservedConcurrentExecutions: must be a whole number from 1 on, got 0',
    ],
    [{ Timeout: 0 }, 'Timeout: must be a whole number from 1 to 900, got 0'],
    [{ Timeout: 901 }, 'Timeout: must be a whole number from 1 to 900, got 901'],
  ])('fails when it has %j', (but, message) => {
    expect(() => readFunction(but)).toThrow(
      `Stack/Fn (AWS::Lambda::Function): the rehearsal can't read ${message}`,
    );
  });

  test.each([{ ReservedConcurrentExecutions: 1 }, { Timeout: 1 }, { Timeout: '900' }])(
    'may have %j',
    (but) => {
      expect(() => readFunction(but)).not.toThrow();
    },
  );
});

describe('configuration of asynchronous invocations', () => {
  test.each([
    ['fn', 'fn'],
    ['arn:aws:lambda:us-east-1:123456789012:function:fn', 'fn'],
  ])('names its function: %s', (FunctionName, name) => {
    expect(readInvoke({ FunctionName })?.FunctionName).toBe(name);
  });

  test.each([
    [{ MaximumRetryAttempts: 3 }, 'MaximumRetryAttempts: must be a whole number from 0 to 2, got 3'],
    [
      { MaximumEventAgeInSeconds: 59 },
      'MaximumEventAgeInSeconds: must be a whole number from 60 to 21600, got 59',
    ],
    [
      { MaximumEventAgeInSeconds: 21_601 },
      'MaximumEventAgeInSeconds: must be a whole number from 60 to 21600, got 21601',
    ],
  ])('fails when it has %j', (but, message) => {
    expect(() => readInvoke(but)).toThrow(
      `Stack/Invoke (AWS::Lambda::EventInvokeConfig): the rehearsal can't read ${message}`,
    );
  });

  test.each([
    { MaximumRetryAttempts: 0 },
    { MaximumRetryAttempts: 2 },
    { MaximumEventAgeInSeconds: 60 },
    { MaximumEventAgeInSeconds: 21_600 },
  ])('may have %j', (but) => {
    expect(readInvoke(but)).toMatchObject(but);
  });
});
