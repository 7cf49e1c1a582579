/** The part of a three object that carries shapes; what a loaded scene is made of. */
export type Shaped = { readonly morphTargetDictionary?: Readonly<Record<string, number>> | undefined; readonly morphTargetInfluences?: number[] | undefined };

/** A named movement of a file: which shape of which mesh it moves, and how far at full weight. */
export type Bind = { readonly mesh: Shaped; readonly index: number; readonly weight: number };

/** Every shape under every name, over all meshes: a head, its teeth and its lashes often share a name. */
export function bindsOf(meshes: readonly Shaped[]): Map<string, Bind[]> {
  const binds = new Map<string, Bind[]>();
  for (const mesh of meshes) {
    for (const [name, index] of Object.entries(mesh.morphTargetDictionary ?? {})) {
      const own = binds.get(name) ?? [];
      own.push({ mesh, index, weight: 1 });
      binds.set(name, own);
    }
  }
  return binds;
}

/** Sets every shape to what the weights say, and the others to nothing. */
export function applyWeights(binds: ReadonlyMap<string, readonly Bind[]>, weights: ReadonlyMap<string, number>): void {
  for (const own of binds.values()) for (const { mesh, index } of own) if (mesh.morphTargetInfluences) mesh.morphTargetInfluences[index] = 0;
  for (const [name, weight] of weights) {
    for (const { mesh, index, weight: share } of binds.get(name) ?? []) {
      if (mesh.morphTargetInfluences) mesh.morphTargetInfluences[index] = Math.min(1, (mesh.morphTargetInfluences[index] ?? 0) + weight * share);
    }
  }
}
