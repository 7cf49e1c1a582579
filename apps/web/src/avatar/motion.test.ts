import { expect, test } from 'vitest';
import { createMotion, type MotionWish } from './motion.ts';
import { MOUTH_REST } from './pose.ts';
import { VISEMES } from './visemes.ts';

/** A generator with a fixed beginning: a run of a test is the same run every time. */
const seeded = () => {
  let state = 7;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
};

const quiet: MotionWish = { expression: 'neutral', speaking: false, text: undefined };

function run(wish: MotionWish, seconds: number, motion = createMotion('neutral', seeded())) {
  return Array.from({ length: Math.round(seconds * 60) }, () => motion(wish, 1 / 60));
}

test('follows the sound when there is one', () => {
  const last = run({ ...quiet, speaking: true, text: 'oui', mouthAt: () => VISEMES.aa }, 0.5).at(-1);
  expect(last?.pose.open).toBeCloseTo(VISEMES.aa.open, 2);
  expect(run({ ...quiet, speaking: true, mouthAt: () => VISEMES.PP }, 0.5).at(-1)?.pose).toMatchObject({
    open: expect.closeTo(0, 2),
    press: expect.closeTo(1, 2),
  });
});

test('follows the text when the sound has nothing to say', () => {
  const frames = run({ ...quiet, speaking: true, text: 'papa a la parole', mouthAt: () => undefined }, 1);
  expect(Math.max(...frames.map(({ pose }) => pose.open))).toBeGreaterThan(0.3);
});

test('closes the mouth at the end of what is said', () => {
  const motion = createMotion('neutral', seeded());
  run({ ...quiet, speaking: true, mouthAt: () => VISEMES.aa }, 0.5, motion);
  expect(run(quiet, 1, motion).at(-1)?.pose).toMatchObject({ open: expect.closeTo(MOUTH_REST.open, 3) });
});

test('nods now and then while the learner speaks, and not otherwise', () => {
  const deepest = (frames: ReturnType<typeof run>) => Math.max(...frames.map(({ carriage }) => carriage.nod));
  expect(deepest(run({ ...quiet, listening: true }, 12))).toBeGreaterThan(0.35);
  expect(deepest(run(quiet, 12))).toBeLessThan(0.2);
});

test('nods once when asked to, and keeps the eyes where they were', () => {
  const motion = createMotion('neutral', seeded());
  run(quiet, 1, motion);
  const nodding = run({ ...quiet, backchannel: 1 }, 0.4, motion);
  expect(Math.max(...nodding.map(({ carriage }) => carriage.nod))).toBeGreaterThan(0.8);
  expect(
    Math.max(
      ...run({ ...quiet, backchannel: 1 }, 4, motion)
        .slice(100)
        .map(({ carriage }) => carriage.nod),
    ),
  ).toBeLessThan(0.2);
});

test('blinks', () => {
  expect(Math.min(...run(quiet, 12).map(({ pose }) => pose.lid))).toBeLessThan(0.2);
});

test('looks at the learner who speaks, and away more often to find words', () => {
  const held = (frames: ReturnType<typeof run>) => frames.filter(({ pose }) => Math.hypot(pose.gx, pose.gy) < 0.15).length / frames.length;
  const listening = held(run({ ...quiet, listening: true }, 120));
  const speaking = held(run({ ...quiet, speaking: true, mouthAt: () => VISEMES.E }, 120));
  expect(listening).toBeGreaterThan(0.8);
  expect(speaking).toBeLessThan(listening - 0.05);
});

test('a mood leaves the lips to the sound: a p is closed in the middle of a smile', () => {
  for (const expression of ['amused', 'relieved', 'irritated'] as const) {
    const pose = run({ ...quiet, expression, speaking: true, mouthAt: () => VISEMES.PP }, 0.5).at(-1)?.pose;
    expect(pose).toMatchObject({ open: expect.closeTo(0, 2), press: expect.closeTo(1, 2), upper: expect.closeTo(0, 2) });
  }
});

test('turns its eyes to the learner as soon as they begin, whatever the mood', () => {
  for (const expression of ['doubtful', 'touched'] as const) {
    const motion = createMotion(expression, seeded());
    run({ ...quiet, expression, speaking: true, mouthAt: () => VISEMES.E }, 20, motion);
    const frames = run({ ...quiet, expression, listening: true }, 1.4, motion).slice(-6);
    // While the head goes down the eyes stay where they were.
    for (const { pose, carriage } of frames) expect(Math.hypot(pose.gx, pose.gy + carriage.nod * 0.35)).toBeLessThan(0.15);
  }
});
