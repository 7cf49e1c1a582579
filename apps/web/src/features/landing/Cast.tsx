import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Portrait } from '../../avatar/Portrait.tsx';
import { useLocale } from '../../kit/i18n.ts';
import { quoted } from '@coachvisio/engine/typography.ts';
import { classNames } from '../../ui/class-names.ts';
import words from '../../ui/words.module.css';
import styles from './Cast.module.css';
import section from './section.module.css';

/** The five who come first; written out so that the page needs no answer from the server to be whole. */
const cast = [
  { name: 'philippe', slug: 'philippe-garnier', scenario: 'contrat-client-mefiant' },
  { name: 'marc', slug: 'marc-delattre', scenario: 'retard-projet-strategique' },
  { name: 'claire', slug: 'claire-morel', scenario: 'prospect-premier-contact' },
  { name: 'julie', slug: 'julie-ferrand', scenario: 'remobiliser-collaboratrice' },
  { name: 'thomas', slug: 'thomas-lemaire', scenario: 'conflit-reunion' },
] as const;

export function Cast() {
  const { t } = useTranslation('landing');
  const locale = useLocale();
  return (
    <section className={classNames(words.wrap, section.section)} id="cast" aria-labelledby="cast-title">
      <h2 id="cast-title">{t('cast.title')}</h2>
      <p className={section.lede}>{t('cast.lede')}</p>
      <ul className={styles.cast}>
        {cast.map(({ name, slug, scenario }) => (
          <li key={slug}>
            <Link to={`/scenarios/${scenario}`}>
              <Portrait slug={slug} alt="" className={styles.face} />
              <h3>{t(`cast.${name}.who`)}</h3>
              <p>{t(`cast.${name}.what`)}</p>
              <p className={styles.words}>{quoted(t(`cast.${name}.says`), locale)}</p>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
