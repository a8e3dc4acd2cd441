import { SITE_FILE_NAMES } from '../../../../lambda/status-update/contract/site-file-names';
import { siteFiles } from '../../../../lambda/status-update/site/site-files';
import { SETTINGS } from '../helpers/settings';
import { simpleState } from '../helpers/states';

const FRESH = 'public, max-age=5, s-maxage=5, stale-while-revalidate=30, stale-if-error=86400';
const CALM = 'public, max-age=60, stale-if-error=86400';

describe('emergency site file', () => {
  test.each([
    ['status.json', 'application/json; charset=utf-8', FRESH],
    ['summary.json', 'application/json; charset=utf-8', FRESH],
    ['history.atom', 'application/atom+xml; charset=utf-8', CALM],
    ['maintenance.ics', 'text/calendar; charset=utf-8', CALM],
  ])('%s has its content type, and is kept as long as is good', (name, contentType, cacheControl) => {
    const pending = siteFiles(simpleState(), SETTINGS.STORE, 0).find((file) => file.name === name);
    expect(pending?.render()).toMatchObject({ name, contentType, cacheControl });
  });

  test('is one of four', () => {
    expect(SITE_FILE_NAMES).toEqual(['status.json', 'summary.json', 'history.atom', 'maintenance.ics']);
  });
});
