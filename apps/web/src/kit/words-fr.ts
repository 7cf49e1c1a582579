import problem from '../../../../locales/fr/problem.json';
import recording from '../../../../locales/fr/recording.json';
import session from '../../../../locales/fr/session.json';

/** What is said on the stage, beside the first words. Whoever only talks never downloads the rest. */
const words = { problem, recording, session };

/** French comes first: the other language must hold the same keys, and the compiler says where it does not. */
export type Words = typeof words;

export default words;
