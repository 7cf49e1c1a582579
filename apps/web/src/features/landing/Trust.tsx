import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { classNames } from '../../ui/class-names.ts';
import words from '../../ui/words.module.css';
import styles from './Trust.module.css';

const promises = ['read', 'emotions', 'devices', 'rules', 'ai', 'delete'] as const;

export function Trust() {
  const { t } = useTranslation('landing');
  return (
    <section className={styles.trust} id="trust" aria-labelledby="trust-title">
      <div className={classNames(words.wrap, styles.inside)}>
        <div>
          <h2 id="trust-title">{t('trust.title')}</h2>
          <p>{t('trust.lede')}</p>
          <p>
            <Link to="/help#data">{t('trust.more')}</Link>
          </p>
        </div>
        <dl className={styles.promises}>
          {promises.map((promise) => (
            <div key={promise}>
              <dt>{t(`trust.${promise}.name`)}</dt>
              <dd>{t(`trust.${promise}.text`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
