import type { Locale } from '@coachvisio/contract/locale.ts';
import { useTranslation } from 'react-i18next';
import { typeset } from '@coachvisio/engine/typography.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './Captions.module.css';
import { spokenPart } from './reveal.ts';
import type { Line } from './use-reveal.ts';

type CaptionsProps = {
  readonly name: string;
  readonly locale: Locale;
  readonly speech: Line | null;
  /** Characters said so far. */
  readonly at: number;
  readonly by: 'word' | 'phrase';
  readonly learnerWords: string | undefined;
  /** What is understood of the words that the learner is saying; null while they say none. */
  readonly learnerLive: string | null;
  /** The learner spoke and no answer has begun. */
  readonly awaiting: boolean;
  readonly onSkip: (() => void) | undefined;
  readonly onHint: (() => void) | undefined;
};

/** The words of the persona, all in sight from the start, with a mark that follows the voice. */
export function Captions({ name, locale, speech, at, by, learnerWords, learnerLive, awaiting, onSkip, onHint }: CaptionsProps) {
  const { t } = useTranslation('session');
  return (
    <div className={styles.captions}>
      {learnerWords && learnerLive === null && (
        <div className={styles.learner}>
          <p data-now={awaiting || undefined} lang={locale}>
            <b>{t('captions.you')}</b> {typeset(learnerWords, locale)}
          </p>
        </div>
      )}
      <p className={styles.who}>
        <Wave moving={onSkip !== undefined} />
        {name}
        {awaiting && <span className={styles.awaiting}>{t('captions.answering')}</span>}
      </p>
      {speech ? (
        <Words line={speech} at={at} by={by} locale={locale} dimmed={awaiting || learnerLive !== null} />
      ) : (
        <p className={styles.words}>{t('captions.soon')}</p>
      )}
      {learnerLive !== null && (
        <div className={styles.live} lang={locale}>
          <b>{t('mic.live')}</b>
          <p>{typeset(learnerLive, locale)}</p>
        </div>
      )}
      {(onSkip ?? onHint) && (
        <div className={styles.acts}>
          {onSkip && (
            <Button variant="text" size="s" onClick={onSkip}>
              {t('captions.skip')}
              <span className={styles.key}>
                <Kbd>{t('captions.skipKey')}</Kbd>
              </span>
            </Button>
          )}
          {onHint && (
            <Button variant="text" size="s" icon="hint" onClick={onHint}>
              {t('captions.hint')}
            </Button>
          )}
        </div>
      )}
      {/* The whole sentence once: word by word it would be a stutter in the ear. */}
      <div aria-live="polite" lang={locale}>
        <VisuallyHidden>{speech?.whole && !awaiting ? t('captions.says', { name, text: speech.text }) : ''}</VisuallyHidden>
      </div>
    </div>
  );
}

function Words({
  line,
  at,
  by,
  locale,
  dimmed,
}: {
  readonly line: Line;
  readonly at: number;
  readonly by: 'word' | 'phrase';
  readonly locale: Locale;
  readonly dimmed: boolean;
}) {
  const text = typeset(line.text, locale);
  const { start, end } = spokenPart(line.text, at, by);
  return (
    <p className={styles.words} data-dimmed={dimmed || undefined} lang={locale}>
      {text.slice(0, start)}
      {end > start && <mark className={styles.now}>{text.slice(start, end)}</mark>}
      <span className={styles.next}>{text.slice(end)}</span>
    </p>
  );
}

const heights = [6, 12, 17, 9, 15, 8, 5] as const;

function Wave({ moving }: { readonly moving: boolean }) {
  return (
    <svg className={styles.wave} viewBox="0 0 39 18" data-moving={moving || undefined} aria-hidden="true" focusable="false">
      {heights.map((height, place) => (
        <rect key={height} x={place * 6} y={(18 - height) / 2} width="3" height={height} rx="1.5" />
      ))}
    </svg>
  );
}
