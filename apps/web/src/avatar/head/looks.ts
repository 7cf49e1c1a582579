import type { Look } from './look.ts';
import { CLAIRE_LOOK } from './looks/claire-morel.ts';
import { KESSLER_LOOK } from './looks/dr-kessler.ts';
import { HELENE_LOOK } from './looks/helene-vasseur.ts';
import { INES_LOOK } from './looks/ines-laurent.ts';
import { JULIE_LOOK } from './looks/julie-ferrand.ts';
import { KAREN_LOOK } from './looks/karen-whitfield.ts';
import { MARC_LOOK } from './looks/marc-delattre.ts';
import { NADIA_LOOK } from './looks/nadia-benkirane.ts';
import { PHILIPPE_LOOK } from './looks/philippe-garnier.ts';
import { THOMAS_LOOK } from './looks/thomas-lemaire.ts';

/** Only the worker imports this file: the page never needs to know how somebody is made. */
export const LOOKS: ReadonlyMap<string, Look> = new Map([
  ['marc-delattre', MARC_LOOK],
  ['claire-morel', CLAIRE_LOOK],
  ['philippe-garnier', PHILIPPE_LOOK],
  ['julie-ferrand', JULIE_LOOK],
  ['thomas-lemaire', THOMAS_LOOK],
  ['ines-laurent', INES_LOOK],
  ['nadia-benkirane', NADIA_LOOK],
  ['karen-whitfield', KAREN_LOOK],
  ['helene-vasseur', HELENE_LOOK],
  ['dr-kessler', KESSLER_LOOK],
]);
