import common from '../../../../locales/en/common.json';
import landing from '../../../../locales/en/landing.json';
import type { FirstWords } from './words-fr-first.ts';

const words: FirstWords = { common, landing };

export default words;
