import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBundle } from '../../../../lib/rehearsal/aws/lambda/bundle';
import { aBundle, type Bundle } from '../../helpers/a-bundle';

const CODE = `
const { basename } = require('node:path');
exports.handler = async (event, context) => {
  console.log('got', event.name);
  console.error('and failed');
  process.stdout.write('raw\\n');
  process.env.CHANGED = 'by the bundle';
  return {
    now: Date.now(),
    made: new Date().toISOString(),
    parsed: new Date('2026-01-02T03:04:05Z').getTime(),
    isDate: new Date() instanceof Date,
    utc: Date.UTC(2026, 0, 1),
    env: { ...process.env },
    file: basename('/a/b.txt'),
    version: process.versions.node.split('.').length,
    function: context.functionName,
    event,
  };
};
exports.notAFunction = 1;
`;

describe('Lambda bundle', () => {
  let bundle: Bundle;
  let nowMs: number;
  const log: string[] = [];
  beforeAll(() => {
    bundle = aBundle(CODE);
    writeFileSync(join(bundle.directory, 'needy.js'), "require('@aws-sdk/client-nobody');");
  });
  beforeEach(() => {
    nowMs = Date.parse('2026-11-27T09:00:00Z');
    log.length = 0;
  });
  afterAll(() => bundle.remove());

  const load = (handlerName = 'index.handler', directory = bundle.directory) =>
    loadBundle(directory, handlerName, {
      env: { TABLE: 'incidents' },
      nowMs: () => nowMs,
      onLog: (line) => log.push(line),
      timeoutSeconds: 3,
      fetch: () => Promise.reject(new Error('nobody is there')),
    });
  const run = async (event: unknown = {}) =>
    load()(JSON.stringify(event)) as Promise<Record<string, unknown>>;

  test('lives on the clock of the rehearsal', async () => {
    const handler = load();
    nowMs += 60_000;
    expect(await handler('{}')).toMatchObject({
      now: nowMs,
      made: '2026-11-27T09:01:00.000Z',
      parsed: Date.parse('2026-01-02T03:04:05Z'),
      isDate: true,
      utc: Date.UTC(2026, 0, 1),
    });
  });

  test('sees its own environment only', async () => {
    const { env } = await run();
    expect(env).toEqual({ TABLE: 'incidents', CHANGED: 'by the bundle' });
    expect(process.env).not.toHaveProperty('CHANGED');
  });

  test('logs to the rehearsal, not to the terminal', async () => {
    const spies = (['stdout', 'stderr'] as const).map((name) =>
      jest.spyOn(process[name], 'write').mockReturnValue(true),
    );
    await run({ name: 'an alarm' });
    const written = spies.flatMap((spy) => spy.mock.calls);
    for (const spy of spies) {
      spy.mockRestore();
    }
    expect(log).toEqual(['got an alarm', 'and failed', 'raw']);
    expect(written).toEqual([]);
  });

  test('gets the event, a context and the modules of Node.js', async () => {
    expect(await run({ name: 'x', deep: [1] })).toMatchObject({
      event: { name: 'x', deep: [1] },
      function: 'rehearsal',
      file: 'b.txt',
      version: 3,
    });
  });

  test('may have its handler in a folder', async () => {
    expect(await load('deep/other.handler')('{}')).toMatchObject({ now: nowMs });
  });

  test('fails when it needs a module that nobody brings along', () => {
    expect(() => load('needy.handler')).toThrow(
      expect.objectContaining({
        code: 'FUNCTION_FAILED',
        message: `${join(bundle.directory, 'needy.js')}: needs a module that the rehearsal does not bring along, got @aws-sdk/client-nobody; bundle it, the AWS SDK with bundleAwsSDK: true`,
      }),
    );
  });

  test('may load files of its own', async () => {
    const part = "exports.text = 'its own';";
    const split = "const { text } = require('./part'); exports.handler = async () => text;";
    for (const [file, code] of Object.entries({ part, split })) {
      writeFileSync(join(bundle.directory, `${file}.js`), code);
    }
    expect(await load('split.handler')('{}')).toBe('its own');
  });

  test.each(['zod', '../beside.js'])(
    'fails when it needs what this machine happens to have around the assembly: %s',
    (id) => {
      const outer = aBundle('');
      try {
        mkdirSync(join(outer.directory, 'node_modules', 'zod'), { recursive: true });
        writeFileSync(join(outer.directory, 'node_modules', 'zod', 'index.js'), '');
        writeFileSync(join(outer.directory, 'beside.js'), '');
        const asset = join(outer.directory, 'asset');
        mkdirSync(asset);
        writeFileSync(join(asset, 'index.js'), `require(${JSON.stringify(id)}); exports.handler = () => 1;`);
        expect(() => load('index.handler', asset)).toThrow(
          expect.objectContaining({
            code: 'FUNCTION_FAILED',
            message: expect.stringContaining(`does not bring along, got ${id};`),
          }),
        );
      } finally {
        outer.remove();
      }
    },
  );

  test('fails when its file is a link out of the asset', () => {
    const other = aBundle(CODE);
    try {
      const path = join(bundle.directory, 'link.js');
      symlinkSync(join(other.directory, 'index.js'), path);
      expect(() => load('link.handler')).toThrow(
        expect.objectContaining({
          code: 'OUTSIDE_ASSEMBLY',
          message: `${path}: must lie in the function's own asset, got a link out of ${bundle.directory}; copy the file into it`,
        }),
      );
    } finally {
      other.remove();
    }
  });

  test('fails when there is no such file', () => {
    expect(() => load('esm.handler')).toThrow(
      expect.objectContaining({
        code: 'FUNCTION_FAILED',
        message: `${join(bundle.directory, 'esm.js')}: there is no such file for the handler esm.handler; the rehearsal runs CommonJS bundles, unpacked`,
      }),
    );
  });

  test.each(['index.missing', 'index.notAFunction'])(
    'fails when it exports no handler: %s',
    (handlerName) => {
      const path = join(bundle.directory, 'index.js');
      expect(() => load(handlerName)).toThrow(
        expect.objectContaining({
          code: 'FUNCTION_FAILED',
          message: `${path}: the bundle exports no handler, got ${handlerName}; check the function's Handler`,
        }),
      );
    },
  );
});
