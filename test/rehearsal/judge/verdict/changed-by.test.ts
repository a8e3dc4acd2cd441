import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTACTS, NOTICED, TIME_CHANGED_BY } from '../../../../lib/rehearsal/judge/verdict/changed-by';

const PROPS = readFileSync(join(__dirname, '../../../../lib/understudy-props.ts'), 'utf8');

describe('what changes a finding', () => {
  const props = new Set([...CONTACTS, ...NOTICED, ...Object.values(TIME_CHANGED_BY).flat()]);

  test.each([...props])('is a prop that exists: %s', (prop) => {
    for (const name of prop.split('.')) {
      expect(PROPS).toMatch(new RegExp(`readonly ${name}\\??:`));
    }
  });
});
