import { expect, it } from 'vitest';
import { browserSample, SamplePlayer, type SampleSource, type SampleState, type SaySample } from './sample-player.ts';

/** A sample that begins, ends and fails when it is told. */
function openSample() {
  const over = Promise.withResolvers<void>();
  let began: (source: SampleSource) => void = () => undefined;
  let stopped: AbortSignal | undefined;
  const say: SaySample = (onBegan, signal) => {
    began = onBegan;
    stopped = signal;
    return over.promise;
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return {
    say,
    begin: (source: SampleSource) => began(source),
    end: () => (over.resolve(), settled()),
    fail: () => (over.reject(new Error('no')), settled()),
    isStopped: () => stopped?.aborted,
  };
}

function watched() {
  const player = new SamplePlayer();
  const seen: SampleState[] = [];
  player.subscribe(() => seen.push(player.state()));
  return { player, seen };
}

it('comes, plays and ends, and says whose voice it was', async () => {
  const { player, seen } = watched();
  const sample = openSample();
  player.play(sample.say);
  sample.begin('embedded');
  await sample.end();
  expect(seen).toEqual([{ is: 'coming' }, { is: 'playing', source: 'embedded' }, { is: 'quiet', source: 'embedded' }]);
});

it('is stopped while it plays, and while it comes', async () => {
  for (const begins of [true, false]) {
    const { player } = watched();
    const sample = openSample();
    player.play(sample.say);
    if (begins) sample.begin('provider');
    player.stop();
    expect(player.state().is).toBe('quiet');
    expect(sample.isStopped()).toBe(true);
    // What comes after it was stopped is not shown any more.
    sample.begin('provider');
    await sample.fail();
    expect(player.state().is).toBe('quiet');
  }
});

it('says when nothing comes, and may be tried again', async () => {
  const { player } = watched();
  const first = openSample();
  player.play(first.say);
  await first.fail();
  expect(player.state()).toEqual({ is: 'failed' });
  player.stop();
  expect(player.state()).toEqual({ is: 'failed' });
  const second = openSample();
  player.play(second.say);
  second.begin('browser');
  expect(player.state()).toEqual({ is: 'playing', source: 'browser' });
});

it('gives way to the next one', async () => {
  const { player } = watched();
  const [first, second] = [openSample(), openSample()];
  player.play(first.say);
  first.begin('provider');
  player.play(second.say);
  second.begin('browser');
  expect(first.isStopped()).toBe(true);
  await first.end();
  expect(player.state()).toEqual({ is: 'playing', source: 'browser' });
});

it('fails where the browser has no voice', async () => {
  const { player, seen } = watched();
  player.play(browserSample('Bonjour.', 'fr', ''));
  await new Promise((resolve) => setTimeout(resolve));
  expect(seen).toEqual([{ is: 'coming' }, { is: 'failed' }]);
});
