import account from '../../../../locales/en/account.json';
import content from '../../../../locales/en/content.json';
import help from '../../../../locales/en/help.json';
import progress from '../../../../locales/en/progress.json';
import report from '../../../../locales/en/report.json';
import type { PageWords } from './words-fr-pages.ts';

const words: PageWords = { account, content, help, progress, report };

export default words;
