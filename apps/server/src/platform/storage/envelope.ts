import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What was stored is not what was sealed here, or under another key. Nothing of it is given out. */
export class BrokenEnvelope extends Error {
  override readonly name = 'BrokenEnvelope';
}

/** Names the form, so that a later one can be told apart; it is authenticated with the rest. */
const form = Buffer.from('CVS1');
const nonceBytes = 12;
const tagBytes = 16;

/** A key of its own for one thing: `salt` is kept where that thing's row is, so that both are gone together. */
export const deriveKey = (secret: string, salt: string, about: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'utf8'), Buffer.from(salt, 'hex'), Buffer.from(about, 'utf8'), 32));

/** AES-256-GCM. `place` says what this is and where it belongs: opened anywhere else, it is refused. */
export function seal(key: Buffer, place: readonly string[], plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(associated(place));
  return Buffer.concat([form, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws {@link BrokenEnvelope} when a single bit, the place or the key is another one. */
export function unseal(key: Buffer, place: readonly string[], sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const body = form.length + nonceBytes;
  if (bytes.length < body + tagBytes || !bytes.subarray(0, form.length).equals(form)) throw new BrokenEnvelope('what is stored is no envelope');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(form.length, body), { authTagLength: tagBytes }).setAAD(associated(place));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(body, bytes.length - tagBytes)), decipher.final()]);
  } catch {
    throw new BrokenEnvelope('what is stored was changed, belongs elsewhere, or was sealed with another key');
  }
}

/** As JSON, so that no two places read the same. */
const associated = (place: readonly string[]): Buffer => Buffer.from(JSON.stringify([form.toString(), ...place]));
