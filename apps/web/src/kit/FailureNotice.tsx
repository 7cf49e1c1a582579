import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { codeOf } from './api-problem.ts';

/** What happened, what was kept, what to do: the sentence of a code, in the reader's language. */
export function useFailureText(): (error: unknown) => string {
  const { t } = useTranslation('problem');
  return (error) => t(codeOf(error));
}

export function FailureNotice({
  error,
  onRetry,
  className,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly className?: string | undefined;
}) {
  const { t } = useTranslation();
  const textOf = useFailureText();
  const retry = onRetry && (
    <Button size="s" icon="replay" onClick={onRetry}>
      {t('retry')}
    </Button>
  );
  return (
    <Notice tone="watch" announce="alert" className={className} action={retry}>
      {textOf(error)}
    </Notice>
  );
}
