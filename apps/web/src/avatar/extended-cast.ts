import { KESSLER } from './faces/dr-kessler.ts';
import { HELENE } from './faces/helene-vasseur.ts';
import { INES } from './faces/ines-laurent.ts';
import { KAREN } from './faces/karen-whitfield.ts';
import { NADIA } from './faces/nadia-benkirane.ts';
import { addFaces } from './personas.ts';

// Importing this file brings the faces of the sector library.
addFaces({ 'ines-laurent': INES, 'nadia-benkirane': NADIA, 'karen-whitfield': KAREN, 'helene-vasseur': HELENE, 'dr-kessler': KESSLER });
