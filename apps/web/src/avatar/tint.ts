import styles from './tint.module.css';

const CLASSES: ReadonlyMap<string, string | undefined> = new Map([
  ['marc-delattre', styles.marc],
  ['claire-morel', styles.claire],
  ['philippe-garnier', styles.philippe],
  ['julie-ferrand', styles.julie],
  ['thomas-lemaire', styles.thomas],
  ['ines-laurent', styles.ines],
  ['nadia-benkirane', styles.nadia],
  ['karen-whitfield', styles.karen],
  ['helene-vasseur', styles.helene],
  ['dr-kessler', styles.kessler],
]);

/** A class that sets `--tint`, `--tint-deep` and `--tint-light` for what is inside, in both themes. */
export const tintClass = (slug: string): string | undefined => CLASSES.get(slug) ?? styles.plain;
