import account from '../../../../locales/fr/account.json';
import content from '../../../../locales/fr/content.json';
import help from '../../../../locales/fr/help.json';
import problem from '../../../../locales/fr/problem.json';
import progress from '../../../../locales/fr/progress.json';
import recording from '../../../../locales/fr/recording.json';
import report from '../../../../locales/fr/report.json';
import session from '../../../../locales/fr/session.json';

const words = { account, content, help, problem, progress, recording, report, session };

/** French comes first: the other language must hold the same keys, and the compiler says where it does not. */
export type Words = typeof words;

export default words;
