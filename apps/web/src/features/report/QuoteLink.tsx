import type { Quote as QuoteWords, Report } from '@coachvisio/contract/report.ts';
import { useTranslation } from 'react-i18next';
import { minutesAndSeconds } from '../../kit/format.ts';
import { quoted } from '@coachvisio/engine/typography.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Quote } from '../../ui/Quote.tsx';
import words from '../../ui/words.module.css';
import { PlayQuote } from './PlayQuote.tsx';
import { turnId } from './Transcript.tsx';

type QuoteLinkProps = {
  readonly quote: QuoteWords;
  readonly tone: 'good' | 'watch' | 'accent';
  readonly locale: Report['locale'];
  readonly onOpen: (seq: number) => void;
};

/** Exact words, and the way to where they were said. */
export function QuoteLink({ quote, tone, locale, onOpen }: QuoteLinkProps) {
  const { t } = useTranslation('report');
  return (
    <Quote
      tone={tone}
      source={
        <>
          <a className={words.cite} href={`#${turnId(quote.seq)}`} onClick={() => onOpen(quote.seq)}>
            <Icon name="text" size="s" />
            {t('quote.see', { time: minutesAndSeconds(quote.atMs) })}
          </a>
          <PlayQuote quote={quote} />
        </>
      }
    >
      {quoted(quote.text, locale)}
    </Quote>
  );
}
