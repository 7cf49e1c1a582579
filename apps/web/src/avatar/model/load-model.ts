import type { Object3D } from 'three';
import { type GLTF, GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { mapPose, type PoseMap } from './map-pose.ts';
import { ModelError } from './model-error.ts';
import { applyWeights, type Bind, bindsOf, type Shaped } from './shapes.ts';
import { type VrmExpression, vrmExpressions } from './vrm-expressions.ts';

export type LoadedModel = {
  readonly scene: Object3D;
  readonly pose: PoseMap;
  readonly apply: (weights: ReadonlyMap<string, number>) => void;
};

type Described = Parameters<typeof vrmExpressions>[0];

const isShaped = (object: Object3D): object is Object3D & Shaped => 'morphTargetDictionary' in object && object.morphTargetDictionary !== undefined;

/** Reads a model and finds its mouth; refuses one that has none. Needs no graphics card. */
export async function loadModel(bytes: ArrayBuffer, described: Described): Promise<LoadedModel> {
  const file = await new GLTFLoader().parseAsync(bytes, '').catch((error: unknown) => {
    throw new ModelError('not-a-model', error instanceof Error ? error.message : 'The file cannot be read.');
  });
  const meshes: (Object3D & Shaped)[] = [];
  file.scene.traverse((object) => {
    if (isShaped(object)) meshes.push(object);
  });
  const binds = bindsOf(meshes);
  const expressions = vrmExpressions(described);
  for (const [name, own] of bindExpressions(file, meshes, expressions)) binds.set(name, [...(binds.get(name) ?? []), ...own]);
  const pose = mapPose(
    meshes.flatMap(({ morphTargetDictionary }) => Object.keys(morphTargetDictionary ?? {})),
    expressions.map(({ name }) => name),
  );
  if (!pose) throw new ModelError('no-visemes', 'The model has no mouth shapes: neither viseme_* (Oculus), nor ARKit, nor VRM expressions.');
  return { scene: file.scene, pose, apply: (weights) => applyWeights(binds, weights) };
}

/** A VRM names its movements apart from the shapes they are made of. */
function bindExpressions(file: GLTF, meshes: readonly (Object3D & Shaped)[], expressions: readonly VrmExpression[]): Map<string, Bind[]> {
  const found = new Map<string, Bind[]>();
  const belongs = (object: Object3D, { node, mesh }: { readonly node?: number; readonly mesh?: number }): boolean => {
    const own = file.parser.associations.get(object);
    const above = object.parent ? file.parser.associations.get(object.parent) : undefined;
    return node === undefined ? own?.meshes === mesh : own?.nodes === node || above?.nodes === node;
  };
  for (const { name, binds } of expressions) {
    const own = binds.flatMap((bind) => meshes.filter((mesh) => belongs(mesh, bind)).map((mesh) => ({ mesh, index: bind.index, weight: bind.weight })));
    found.set(name.toLowerCase(), own);
  }
  return found;
}
