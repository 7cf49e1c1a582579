import problem from '../../../../locales/en/problem.json';
import recording from '../../../../locales/en/recording.json';
import session from '../../../../locales/en/session.json';
import type { Words } from './words-fr.ts';

const words: Words = { problem, recording, session };

export default words;
