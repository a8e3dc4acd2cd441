import type { ZodObject } from 'zod';
import {
  CONFIRM_RESULT,
  ERROR_RESULT,
  FAILOVER_RESULT,
  SENT_RESULT,
  STATUS_RESULT,
  VERIFY_RESULT,
} from '../../lib/operator/cli/results';
import { REPORT } from '../../lib/rehearsal/report/report-schema';
import { textOf } from './papers';

const RESULTS: Readonly<Record<string, ZodObject>> = {
  status: STATUS_RESULT,
  ack: SENT_RESULT,
  failover: FAILOVER_RESULT,
  verify: VERIFY_RESULT,
  confirm: CONFIRM_RESULT,
  rehearse: REPORT,
};

const COMMON = Object.keys(ERROR_RESULT.shape);
const [, section = ''] = textOf('lib/operator/cli/README.md').split('\n## For programs\n');
const ROWS = (section.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code)))
  .map(([, commands = [], keys = []]) => ({ command: commands[0] ?? '', keys }));

describe('keys of --json in the README', () => {
  test('are told of every kind of result', () => {
    expect(ROWS.map(({ command }) => command)).toEqual(Object.keys(RESULTS));
  });

  test.each(Object.entries(RESULTS))('are those that %s prints', (command, { shape }) => {
    const told = ROWS.find((row) => row.command === command)?.keys.filter(
      (key) => key !== 'report.json' && key !== '--out',
    );
    expect(told?.sort()).toEqual(
      Object.keys(shape)
        .filter((key) => !COMMON.includes(key))
        .sort(),
    );
  });
});
