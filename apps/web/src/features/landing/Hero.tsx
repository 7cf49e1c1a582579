import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LivePortrait } from '../../avatar/LivePortrait.tsx';
import { tintClass } from '../../avatar/tint.ts';
import { useReducedMotion } from '../../avatar/use-reduced-motion.ts';
import { FailureNotice } from '../../kit/FailureNotice.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { beats, monotone, strip } from './demo-beats.ts';
import styles from './Hero.module.css';
import { useBeats } from './use-beats.ts';
import type { Try } from './use-try.ts';

const expressions = ['irritated', 'touched', 'relieved'] as const;

/** A conversation that plays by itself: one understands by watching, then presses the button. */
export function Hero({ attempt }: { readonly attempt: Try }) {
  const { t } = useTranslation('landing');
  const reduced = useReducedMotion();
  const [held, setHeld] = useState(false);
  const lines = useMemo(
    () => beats.map((beat) => ({ you: t(`beats.${beat}.you`), sign: t(`beats.${beat}.sign`), words: t(`beats.${beat}.reply`).split(' ') })),
    [t],
  );
  const wordsOf = useCallback((beat: number) => lines[beat]?.words.length ?? 0, [lines]);
  const { beat, word } = useBeats(wordsOf, held || reduced);
  const line = lines[beat] ?? lines[0];
  const words = line?.words ?? [];
  const speaking = !held && word < words.length;

  return (
    <section className={classNames(styles.hero, tintClass('philippe-garnier'))} aria-labelledby="hero-title">
      <div className={styles.text}>
        <h1 id="hero-title">{t('hero.title')}</h1>
        <p className={styles.lede}>{t('hero.lede')}</p>
        <div className={styles.acts}>
          <Button
            variant="primary"
            busy={attempt.busy === 'hero'}
            busyLabel={t('hero.opening')}
            onClick={() => attempt.go('hero', '/scenarios/contrat-client-mefiant')}
          >
            {t('hero.go')}
          </Button>
          <Button asChild>
            <a href="#cast">{t('hero.choose')}</a>
          </Button>
        </div>
        {attempt.error !== null && <FailureNotice error={attempt.error} className={styles.failure} />}
        <p className={styles.fine}>{t('hero.fine')}</p>
      </div>
      <div className={styles.scene}>
        <LivePortrait
          slug="philippe-garnier"
          expression={expressions[beat] ?? 'neutral'}
          speaking={speaking}
          text={speaking ? words.slice(0, word + 1).join(' ') : undefined}
          label={t('hero.portrait')}
          className={styles.who}
        />
        <div className={styles.said}>
          <b>{t('hero.you')}</b>
          <p>{line?.you}</p>
          <span>{line?.sign}</span>
        </div>
        <div className={styles.caption}>
          <b>{t('hero.played')}</b>
          <p>
            {words.slice(0, word).join(' ')} {word < words.length && <mark>{words[word]}</mark>}{' '}
            <span className={styles.next}>{words.slice(word + 1).join(' ')}</span>
          </p>
        </div>
      </div>
      <div className={styles.player}>
        <Button round icon={held ? 'play' : 'pause'} aria-label={held ? t('hero.play') : t('hero.hold')} onClick={() => setHeld(!held)} hidden={reduced} />
        <svg className={styles.strip} viewBox="0 0 840 92" preserveAspectRatio="none" role="img" aria-label={t('hero.curve')}>
          <path className={styles.axis} d="M0 88H840" />
          <g className={styles.lines} data-beat={beat}>
            <path className={styles.tension} d={monotone(strip.tension)} />
            <path className={styles.trust} d={monotone(strip.trust)} />
          </g>
        </svg>
        <p>
          <b>{t('hero.legend')}</b> {t('hero.legendText')}
        </p>
      </div>
    </section>
  );
}
