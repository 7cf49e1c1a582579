import { useTranslation } from 'react-i18next';
import { useLocale } from '../../kit/i18n.ts';
import { quoted } from '@coachvisio/engine/typography.ts';
import { classNames } from '../../ui/class-names.ts';
import { Level } from '../../ui/Level.tsx';
import { Quote } from '../../ui/Quote.tsx';
import words from '../../ui/words.module.css';
import { monotone } from './demo-beats.ts';
import styles from './Proof.module.css';
import section from './section.module.css';

const peek = {
  trust: [
    [0, 48],
    [120, 36],
    [230, 36],
    [300, 66],
    [420, 58],
    [600, 22],
  ],
  tension: [
    [0, 62],
    [120, 66],
    [230, 58],
    [300, 34],
    [420, 40],
    [600, 74],
  ],
} as const;

const levels = [
  { name: 'facts', level: 3 },
  { name: 'listening', level: 4 },
  { name: 'closing', level: 4 },
] as const;

export function Proof() {
  const { t } = useTranslation('landing');
  const locale = useLocale();
  return (
    <section className={classNames(words.wrap, section.section)} id="proof" aria-labelledby="proof-title">
      <h2 id="proof-title">{t('proof.title')}</h2>
      <div className={styles.proof}>
        <article className={styles.main}>
          <h3>{t('proof.quotes')}</h3>
          <p>{t('proof.quotesText')}</p>
          <svg className={styles.peek} viewBox="0 0 600 112" aria-hidden="true" focusable="false">
            <path className={styles.axis} d="M0 108H600" />
            <path className={styles.tension} d={monotone(peek.tension)} />
            <path className={styles.trust} d={monotone(peek.trust)} />
            <path className={styles.mark} d="M300 8V108" />
            <circle className={styles.dot} cx="300" cy="66" r="6" />
          </svg>
          <p className={styles.deltas}>
            <span>5:34</span>
            <span className={styles.down}>{t('proof.trust')}</span>
            <span className={styles.up}>{t('proof.tension')}</span>
          </p>
          <Quote tone="watch" size="l">
            {quoted(t('proof.said'), locale)}
          </Quote>
          <p className={styles.why}>
            <b>{t('proof.why')}</b> {t('proof.whyText')}
          </p>
        </article>
        <article>
          <h3>{t('proof.criteria')}</h3>
          <p>{t('proof.criteriaText')}</p>
          <ul className={styles.levels}>
            {levels.map((criterion) => (
              <li key={criterion.name}>
                {t(`proof.${criterion.name}`)}
                <Level level={criterion.level} label={t('proof.level', { level: criterion.level })} labelHidden />
              </li>
            ))}
          </ul>
        </article>
        <article>
          <h3>{t('proof.unknown')}</h3>
          <p>{t('proof.unknownText')}</p>
          <ul className={styles.levels}>
            <li>
              {t('proof.questions')}
              <Level level={null} label={t('proof.notEnough')} labelHidden />
            </li>
          </ul>
        </article>
      </div>
    </section>
  );
}
