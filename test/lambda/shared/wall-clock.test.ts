import { after, pause } from '../../../lambda/shared/contract/wall-clock';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

test('calls once, when the time is over', () => {
  const then = jest.fn();
  after(100, then);
  jest.advanceTimersByTime(99);
  expect(then).not.toHaveBeenCalled();
  jest.advanceTimersByTime(1);
  jest.advanceTimersByTime(1_000);
  expect(then).toHaveBeenCalledTimes(1);
});

test('calls no more once it is prevented', () => {
  const then = jest.fn();
  after(100, then)();
  jest.advanceTimersByTime(1_000);
  expect(then).not.toHaveBeenCalled();
});

test('a pause ends when its time is over', async () => {
  const ended = jest.fn();
  const pausing = pause(100).then(ended);
  await jest.advanceTimersByTimeAsync(99);
  expect(ended).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  await pausing;
  expect(ended).toHaveBeenCalledTimes(1);
});
