/** Writes a binary glTF of one triangle with shapes of the given names; enough for every reader. */
export function makeGlb(shapes: readonly string[], change: (described: Record<string, unknown>) => void = () => undefined): ArrayBuffer {
  const points = new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0]);
  const count = 1 + shapes.length;
  const binary = new Uint8Array(points.byteLength * count);
  for (let i = 0; i < count; i++) binary.set(new Uint8Array(points.buffer), i * points.byteLength);
  const described: Record<string, unknown> = {
    asset: { version: '2.0' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, name: 'Face' }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, targets: shapes.map((_, index) => ({ POSITION: index + 1 })) }], extras: { targetNames: shapes } }],
    accessors: Array.from({ length: count }, (_, index) => ({
      bufferView: index,
      componentType: 5126,
      count: 3,
      type: 'VEC3',
      min: [0, 0, 0],
      max: [1, 1, 0],
    })),
    bufferViews: Array.from({ length: count }, (_, index) => ({ buffer: 0, byteOffset: index * points.byteLength, byteLength: points.byteLength })),
    buffers: [{ byteLength: binary.byteLength }],
  };
  change(described);
  const text = new TextEncoder().encode(JSON.stringify(described));
  const json = new Uint8Array(Math.ceil(text.length / 4) * 4).fill(32);
  json.set(text);
  const out = new DataView(new ArrayBuffer(12 + 8 + json.length + 8 + binary.length));
  const words = [0x46546c67, 2, out.byteLength, json.length, 0x4e4f534a];
  for (const [index, word] of words.entries()) out.setUint32(index * 4, word, true);
  const bytes = new Uint8Array(out.buffer);
  bytes.set(json, 20);
  out.setUint32(20 + json.length, binary.length, true);
  out.setUint32(24 + json.length, 0x004e4942, true);
  bytes.set(binary, 28 + json.length);
  return out.buffer;
}
