import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import words from '../../ui/words.module.css';
import styles from './HelpPage.module.css';

const topics = [
  {
    id: 'session',
    answers: [
      'session.how',
      'session.mic',
      'session.sample',
      'session.connection',
      'session.silence',
      'session.long',
      'session.pause',
      'session.network',
      'session.hint',
      'session.end',
      'session.find',
    ],
  },
  {
    id: 'debrief',
    answers: ['debrief.curve', 'debrief.levels', 'debrief.unknown', 'debrief.checklist', 'debrief.measures', 'debrief.replay', 'debrief.next'],
  },
  { id: 'progress', answers: ['progress.trend', 'progress.counted', 'progress.mixed', 'progress.plan'] },
  { id: 'ai', answers: ['ai.who', 'ai.decides', 'ai.emotions', 'ai.use'] },
  { id: 'data', answers: ['data.kept', 'data.sound', 'data.seen', 'data.sent', 'data.erase', 'data.demo'] },
] as const;

const keys = [
  { keys: ['enter'], does: 'send' },
  { keys: ['shift', 'enter'], does: 'line' },
  { keys: ['escape'], does: 'skip' },
  { keys: ['p'], does: 'pause' },
  { keys: ['b'], does: 'brief' },
  { keys: ['t'], does: 'transcript' },
] as const;

/** Short answers, all on one page: a question is found by reading down, or by the browser's own search. */
export function HelpPage() {
  const { t } = useTranslation('help');
  return (
    <div className={classNames(words.wrap, styles.page)}>
      <PageTitle title={t('title')} />
      <h1>{t('title')}</h1>
      <p className={styles.lede}>{t('lede')}</p>
      <div className={styles.body}>
        <nav className={styles.nav} aria-label={t('nav')}>
          <ul>
            {topics.map((topic) => (
              <li key={topic.id}>
                <a href={`#${topic.id}`}>{t(`${topic.id}.title`)}</a>
              </li>
            ))}
            <li>
              <a href="#keyboard">{t('keyboard.title')}</a>
            </li>
          </ul>
        </nav>
        <div className={styles.topics}>
          {topics.map((topic) => (
            <section key={topic.id} id={topic.id} aria-labelledby={`${topic.id}-title`}>
              <h2 id={`${topic.id}-title`}>{t(`${topic.id}.title`)}</h2>
              {topic.answers.map((answer) => (
                <div key={answer}>
                  <h3>{t(`${answer}.ask`)}</h3>
                  <p>{t(`${answer}.say`)}</p>
                </div>
              ))}
            </section>
          ))}
          <section id="keyboard" aria-labelledby="keyboard-title">
            <h2 id="keyboard-title">{t('keyboard.title')}</h2>
            <p>{t('keyboard.text')}</p>
            <table className={styles.keys}>
              <thead>
                <tr>
                  <th scope="col">{t('keyboard.key')}</th>
                  <th scope="col">{t('keyboard.does')}</th>
                </tr>
              </thead>
              <tbody>
                {keys.map((row) => (
                  <tr key={row.does}>
                    <th scope="row">
                      {row.keys.map((key) => (
                        <Kbd key={key}>{t(`keyboard.keys.${key}`)}</Kbd>
                      ))}
                    </th>
                    <td>{t(`keyboard.${row.does}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      </div>
    </div>
  );
}
