import { expect, test } from 'vitest';
import { REST } from '../pose.ts';
import { VISEMES } from '../visemes.ts';
import { makeGlb } from './glb.testing.ts';
import { loadModel } from './load-model.ts';
import { mapPose } from './map-pose.ts';
import { ModelError, type ModelFault } from './model-error.ts';
import { readGlb } from './read-glb.ts';

const OCULUS = Object.keys(VISEMES).map((name) => `viseme_${name}`);

const load = (bytes: ArrayBuffer) => loadModel(bytes, readGlb(bytes));

async function faultOf(bytes: ArrayBuffer): Promise<ModelFault | undefined> {
  try {
    await load(bytes);
    return undefined;
  } catch (error) {
    return error instanceof ModelError ? error.fault : undefined;
  }
}

test('reads a model with Oculus visemes and moves its mouth', async () => {
  const model = await load(makeGlb([...OCULUS, 'eyeBlinkLeft', 'eyeBlinkRight']));
  expect(model.pose.speech).toBe('oculus');
  model.apply(model.pose.weights({ ...REST, ...VISEMES.PP, lid: 0 }));
  const face = model.scene.getObjectByName('Face');
  const influences: unknown = face && 'morphTargetInfluences' in face ? face.morphTargetInfluences : undefined;
  expect(influences).toEqual([...OCULUS.map((name) => (name === 'viseme_PP' ? 1 : 0)), 1, 1]);
});

test('speaks ARKit when the file does, with all it has', () => {
  const map = mapPose(['jawOpen', 'mouthFunnel', 'mouthPucker', 'mouthClose', 'mouthSmile_L', 'mouthSmileLeft', 'browInnerUp']);
  expect(map?.speech).toBe('arkit');
  const weights = map?.weights({ ...REST, ...VISEMES.U, smile: 0.5, brow: -0.8 });
  expect(weights?.get('mouthPucker')).toBeGreaterThan(0.9);
  expect(weights?.get('mouthSmileLeft')).toBeCloseTo(0.5);
  expect(weights?.get('browInnerUp')).toBeCloseTo(0.8);
});

test('speaks with the expressions of a VRM, whose shapes have other names', async () => {
  const names = ['aa', 'ih', 'ou', 'ee', 'oh', 'blink'];
  const bytes = makeGlb(
    names.map((_, index) => `Fcl_${index}`),
    (described) => {
      described['extensions'] = {
        VRMC_vrm: { expressions: { preset: Object.fromEntries(names.map((name, index) => [name, { morphTargetBinds: [{ node: 0, index, weight: 1 }] }])) } },
      };
    },
  );
  const model = await load(bytes);
  expect(model.pose.speech).toBe('vrm');
  model.apply(model.pose.weights({ ...REST, open: 1, lid: 0 }));
  const face = model.scene.getObjectByName('Face');
  const influences: unknown = face && 'morphTargetInfluences' in face ? face.morphTargetInfluences : undefined;
  expect(influences).toMatchObject([1, 0, 0, 0, 0, 1]);
});

test('blends two visemes for a mouth between them', () => {
  const between = { ...REST, ...VISEMES.aa, open: 0.6, upper: 0.34, lower: 0.46 };
  const weights = mapPose(OCULUS)?.weights(between);
  expect(weights?.get('viseme_aa')).toBeGreaterThan(0.3);
  expect([...(weights?.values() ?? [])].reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 1);
});

test('refuses a model without mouths', async () => {
  expect(await faultOf(makeGlb(['smile', 'viseme_aa']))).toBe('no-visemes');
});

test('refuses what is not a model, or ends too early', async () => {
  expect(await faultOf(new TextEncoder().encode('solid something that is no model').buffer)).toBe('not-a-model');
  expect(await faultOf(makeGlb(OCULUS).slice(0, 200))).toBe('not-a-model');
});

test('refuses a file that would fetch another', async () => {
  const bytes = makeGlb(OCULUS, (described) => {
    described['images'] = [{ uri: 'https://example.com/skin.png' }];
  });
  expect(await faultOf(bytes)).toBe('external-files');
});

test('refuses more than 30 MB', async () => {
  expect(await faultOf(new ArrayBuffer(30 * 1024 * 1024 + 1))).toBe('too-large');
});
