type Json = { readonly [key: string]: Json } | readonly Json[] | string | number | boolean | null;

/** A movement that a VRM file defines by name: shapes of nodes (1.0) or of meshes (0.x). */
export type VrmExpression = {
  readonly name: string;
  readonly binds: readonly { readonly node?: number; readonly mesh?: number; readonly index: number; readonly weight: number }[];
};

const at = (value: Json | undefined, key: string): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && key in value ? Object.entries(value).find(([own]) => own === key)?.[1] : undefined;
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const number = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

export function vrmExpressions(described: Json): VrmExpression[] {
  const extensions = at(described, 'extensions');
  const preset = at(at(at(extensions, 'VRMC_vrm'), 'expressions'), 'preset');
  if (typeof preset === 'object' && preset !== null) {
    return Object.entries(preset).map(([name, expression]) => ({
      name,
      binds: list(at(expression, 'morphTargetBinds')).flatMap((bind) => {
        const [node, index] = [number(at(bind, 'node')), number(at(bind, 'index'))];
        return node === undefined || index === undefined ? [] : [{ node, index, weight: number(at(bind, 'weight')) ?? 1 }];
      }),
    }));
  }
  return list(at(at(at(extensions, 'VRM'), 'blendShapeMaster'), 'blendShapeGroups')).flatMap((group) => {
    const name = at(group, 'presetName') ?? at(group, 'name');
    if (typeof name !== 'string') return [];
    const binds = list(at(group, 'binds')).flatMap((bind) => {
      const [mesh, index] = [number(at(bind, 'mesh')), number(at(bind, 'index'))];
      return mesh === undefined || index === undefined ? [] : [{ mesh, index, weight: (number(at(bind, 'weight')) ?? 100) / 100 }];
    });
    return [{ name, binds }];
  });
}
