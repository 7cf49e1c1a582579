import account from '../../../../locales/en/account.json';
import content from '../../../../locales/en/content.json';
import help from '../../../../locales/en/help.json';
import problem from '../../../../locales/en/problem.json';
import progress from '../../../../locales/en/progress.json';
import recording from '../../../../locales/en/recording.json';
import report from '../../../../locales/en/report.json';
import session from '../../../../locales/en/session.json';
import type { Words } from './words-fr.ts';

const words: Words = { account, content, help, problem, progress, recording, report, session };

export default words;
