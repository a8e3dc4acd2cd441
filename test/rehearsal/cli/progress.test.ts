import { progressOn } from '../../../lib/rehearsal/cli/progress';

function aStream(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) > 0 };
}

describe('progress', () => {
  test('rewrites one line of a terminal, and leaves no trace', () => {
    const stream = aStream(true);
    const progress = progressOn(stream);
    progress.show('1 of 2: hangs');
    progress.clear();
    expect(stream.written).toEqual(['\r\u001b[2K1 of 2: hangs', '\r\u001b[2K']);
  });

  test('is silent in a log file', () => {
    const stream = aStream(false);
    const progress = progressOn(stream);
    progress.show('1 of 2: hangs');
    progress.clear();
    expect(stream.written).toEqual([]);
  });
});
