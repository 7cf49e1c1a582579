import type { Outcome } from '@coachvisio/contract/session.ts';
import { useTranslation } from 'react-i18next';
import { Badge } from '../ui/Badge.tsx';

/** How a conversation ended, in two words. An unfavourable end has the colour of attention: nothing here is an alarm. */
export function OutcomeBadge({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation('session');
  if (outcome.kind === 'good')
    return (
      <Badge tone="good" icon="check">
        {t('outcome.good')}
      </Badge>
    );
  if (outcome.kind === 'mixed') return <Badge tone="watch">{t('outcome.mixed')}</Badge>;
  if (outcome.kind === 'bad') return <Badge tone="watch">{t('outcome.bad')}</Badge>;
  return <Badge>{t(`reason.${outcome.reason}`)}</Badge>;
}
