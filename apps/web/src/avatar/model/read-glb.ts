import { ModelError } from './model-error.ts';

const LARGEST = 30 * 1024 * 1024;
const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;

type Json = { readonly [key: string]: Json } | readonly Json[] | string | number | boolean | null;

/** Looks at a binary glTF before anything is made of it: size, form, and that it fetches nothing from elsewhere. */
export function readGlb(bytes: ArrayBuffer): Json {
  if (bytes.byteLength > LARGEST)
    throw new ModelError('too-large', `A model may weigh 30 MB; this one weighs ${Math.ceil(bytes.byteLength / 1024 / 1024)} MB.`);
  const view = new DataView(bytes);
  if (bytes.byteLength < 20 || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== 2 || view.getUint32(16, true) !== JSON_CHUNK) {
    throw new ModelError('not-a-model', 'The file is not a binary glTF 2.0 (.glb or .vrm).');
  }
  const length = view.getUint32(12, true);
  if (20 + length > bytes.byteLength) throw new ModelError('not-a-model', 'The file ends too early.');
  const described = parse(new TextDecoder().decode(new Uint8Array(bytes, 20, length)));
  const outside = urisIn(described).find((uri) => !uri.startsWith('data:'));
  if (outside !== undefined) throw new ModelError('external-files', `The file asks for another one: ${outside.slice(0, 80)}`);
  return described;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw new ModelError('not-a-model', 'The description inside the file cannot be read.');
  }
}

/** Buffers and images may name a file; so may extensions, whatever they are called. */
function urisIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => urisIn(item));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === 'uri' && typeof item === 'string' ? [item] : urisIn(item)));
}
