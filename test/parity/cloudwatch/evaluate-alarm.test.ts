import fc from 'fast-check';
import {
  type AlarmEvaluation,
  evaluateAlarm,
  evaluationRange,
  missingDataTreatment,
} from '../../../lib/rehearsal/aws/cloudwatch/rules/evaluate-alarm';

const source = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html';
const older = 'the 2018 edition of the same page';

const treatments = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;
const states = { A: 'ALARM', O: 'OK', I: 'INSUFFICIENT_DATA' } as const;

/** `X` breaches, `0` does not, `-` is missing; newest last. */
const datapoints = (text: string) => [...text].map((letter) => ({ X: 1, 0: 0 })[letter]);
const outOfThree = (datapointsToAlarm: number): Omit<AlarmEvaluation, 'treatMissingData'> => ({
  comparison: 'GreaterThanThreshold',
  threshold: 0.5,
  evaluationPeriods: 3,
  datapointsToAlarm,
});

/** What the four treatments make of the datapoints, in the order of AWS's columns; `=` where the state is retained. */
function outcomes(text: string, datapointsToAlarm: number): string {
  return treatments
    .map((treatMissingData) => {
      const alarm = { ...outOfThree(datapointsToAlarm), treatMissingData };
      const found = Object.values(states).map((from) => evaluateAlarm(alarm, datapoints(text), from).state);
      if (found.join() === Object.values(states).join()) {
        return '=';
      }
      expect(new Set(found).size).toBe(1);
      return Object.entries(states).find(([, state]) => state === found[0])?.[0];
    })
    .join('');
}

describe(`Missing data, 3 out of 3 (${source})`, () => {
  test.each([
    ['0-X-X', 'OOOO'],
    ['0----', 'OOOO'],
    ['-----', 'I=AO'],
    ['0XX-X', 'AAAA'],
    ['--X--', 'A=AO'],
  ])('%s becomes %s', (text, expected) => {
    expect(outcomes(text, 3)).toBe(expected);
  });
});

describe(`Missing data, 2 out of 3 (${source})`, () => {
  test.each([
    ['0-X-X', 'AAAA'],
    ['00X0X', 'AAAA'],
    ['0-X--', 'OOAO'],
    ['----0', 'OOAO'],
    ['---X-', 'A=AO'],
  ])('%s becomes %s', (text, expected) => {
    expect(outcomes(text, 2)).toBe(expected);
  });
});

describe(`Premature alarm state (${source}, and ${older})`, () => {
  test.each([
    ['----X', 3, 'I=AO'],
    ['---X-', 3, 'I=AO'],
    ['--X--', 3, 'A=AO'],
    ['X----', 3, 'A=AO'],
    ['---X0', 3, 'OOOO'],
    ['--X-0', 3, 'OOOO'],
    ['----X', 2, 'I=AO'],
    ['----X', 1, 'AAAA'],
  ])('%s with %i datapoints to alarm becomes %s', (text, datapointsToAlarm, expected) => {
    expect(outcomes(text, datapointsToAlarm)).toBe(expected);
  });
});

describe(`M out of N without missing data (${source})`, () => {
  test.each([
    ['one below M', '00X00', 2, 'OOOO'],
    ['M', '000XX', 2, 'AAAA'],
    ['above M', '00XXX', 2, 'AAAA'],
    ['older than the evaluation periods', 'XX0X0', 2, 'OOOO'],
    ['one short of all', 'XX0XX', 3, 'OOOO'],
    ['all', '00XXX', 3, 'AAAA'],
  ])('decides on breaching datapoints: %s', (_name, text, datapointsToAlarm, expected) => {
    expect(outcomes(text, datapointsToAlarm)).toBe(expected);
  });

  test('says what it counted', () => {
    const alarm = { ...outOfThree(2), treatMissingData: 'breaching' } as const;
    expect(evaluateAlarm(alarm, datapoints('0-X--'), 'OK')).toEqual({
      state: 'ALARM',
      because: '1 of 3 datapoints breach, 2 needed, 1 missing and treated as breaching',
    });
  });

  test('does not depend on the treatment or on the previous state', () => {
    const complete = fc.array(fc.constantFrom('X', '0'), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(complete, fc.integer({ min: 1, max: 3 }), (letters, datapointsToAlarm) => {
        const breaches = letters.slice(-3).filter((letter) => letter === 'X').length;
        const expected = breaches >= datapointsToAlarm ? 'AAAA' : 'OOOO';
        expect(outcomes(letters.join(''), datapointsToAlarm)).toBe(expected);
      }),
    );
  });

  test('fetches as many datapoints as the evaluation periods, and those more that AWS does not count', () => {
    expect(evaluationRange(3, 2)).toBe(5);
  });
});

describe('Missing data of DynamoDB (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html)', () => {
  test.each(treatments)('is ignored, whatever the alarm says: %s', (stated) => {
    expect(missingDataTreatment(stated, ['AWS/DynamoDB'])).toBe('ignore');
    expect(missingDataTreatment(stated, ['Shop', 'AWS/DynamoDB'])).toBe('ignore');
    expect(missingDataTreatment(stated, ['AWS/Route53', 'AWS/DynamoDBv2'])).toBe(stated);
  });
});
