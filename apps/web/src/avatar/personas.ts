import type { Face, Tint } from './face.ts';
import { CLAIRE } from './faces/claire-morel.ts';
import { KESSLER } from './faces/dr-kessler.ts';
import { HELENE } from './faces/helene-vasseur.ts';
import { INES } from './faces/ines-laurent.ts';
import { JULIE } from './faces/julie-ferrand.ts';
import { KAREN } from './faces/karen-whitfield.ts';
import { MARC } from './faces/marc-delattre.ts';
import { NADIA } from './faces/nadia-benkirane.ts';
import { PHILIPPE } from './faces/philippe-garnier.ts';
import { THOMAS } from './faces/thomas-lemaire.ts';

const FACES: ReadonlyMap<string, Face> = new Map([
  ['marc-delattre', MARC],
  ['claire-morel', CLAIRE],
  ['philippe-garnier', PHILIPPE],
  ['julie-ferrand', JULIE],
  ['thomas-lemaire', THOMAS],
  ['ines-laurent', INES],
  ['nadia-benkirane', NADIA],
  ['karen-whitfield', KAREN],
  ['helene-vasseur', HELENE],
  ['dr-kessler', KESSLER],
]);

/** `undefined` for a persona without a drawing: it is shown as a plain head and shoulders. */
/** Everybody who has a face of their own. */
export const PERSONA_SLUGS: readonly string[] = [...FACES.keys()];

export const faceOf = (slug: string): Face | undefined => FACES.get(slug);

const PLAIN_TINT: Tint = { base: '#E6E4EB', deep: '#D2CFDB', light: '#F2F1F5' };

export const tintOf = (slug: string): Tint => FACES.get(slug)?.tint ?? PLAIN_TINT;
