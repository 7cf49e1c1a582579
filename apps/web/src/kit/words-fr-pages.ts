import account from '../../../../locales/fr/account.json';
import content from '../../../../locales/fr/content.json';
import help from '../../../../locales/fr/help.json';
import progress from '../../../../locales/fr/progress.json';
import report from '../../../../locales/fr/report.json';

/** What is said around conversations: none of it is needed while one goes on. */
const words = { account, content, help, progress, report };

export type PageWords = typeof words;

export default words;
