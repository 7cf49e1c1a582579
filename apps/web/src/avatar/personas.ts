import type { Face, Tint } from './face.ts';
import { CLAIRE } from './faces/claire-morel.ts';
import { JULIE } from './faces/julie-ferrand.ts';
import { MARC } from './faces/marc-delattre.ts';
import { PHILIPPE } from './faces/philippe-garnier.ts';
import { THOMAS } from './faces/thomas-lemaire.ts';

const FACES = new Map<string, Face>([
  ['marc-delattre', MARC],
  ['claire-morel', CLAIRE],
  ['philippe-garnier', PHILIPPE],
  ['julie-ferrand', JULIE],
  ['thomas-lemaire', THOMAS],
]);

/** Faces that the first page does not show come with the screens that do: a face weighs as much as that page's words. */
export function addFaces(faces: Readonly<Record<string, Face>>): void {
  for (const [slug, face] of Object.entries(faces)) FACES.set(slug, face);
}

/** Everybody who has a face of their own, as far as it was brought. */
export const personaSlugs = (): readonly string[] => [...FACES.keys()];

/** `undefined` for a persona without a drawing: it is shown as a plain head and shoulders. */
export const faceOf = (slug: string): Face | undefined => FACES.get(slug);

const PLAIN_TINT: Tint = { base: '#E6E4EB', deep: '#D2CFDB', light: '#F2F1F5' };

export const tintOf = (slug: string): Tint => FACES.get(slug)?.tint ?? PLAIN_TINT;
