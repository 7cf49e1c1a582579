import common from '../../../../locales/fr/common.json';
import landing from '../../../../locales/fr/landing.json';

/** What the first page says. It is weighed: everything else is in words-fr.ts and words-fr-pages.ts. */
const words = { common, landing };

export type FirstWords = typeof words;

export default words;
