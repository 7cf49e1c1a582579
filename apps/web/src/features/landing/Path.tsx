import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import words from '../../ui/words.module.css';
import styles from './Path.module.css';
import section from './section.module.css';

const steps = ['prepare', 'talk', 'read', 'again'] as const;

export function Path() {
  const { t } = useTranslation('landing');
  return (
    <section className={classNames(words.wrap, section.section)} aria-labelledby="path-title">
      <h2 id="path-title">{t('path.title')}</h2>
      <ol className={styles.path}>
        {steps.map((step) => (
          <li key={step} data-now={step === 'talk' || undefined}>
            <h3>{t(`path.${step}.name`)}</h3>
            <p className={styles.time}>{t(`path.${step}.time`)}</p>
            <p>{t(`path.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
