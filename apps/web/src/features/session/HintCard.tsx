import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** One thing to try. It is asked for, never offered over the learner's shoulder. */
export function HintCard({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const { t } = useTranslation('session');
  return (
    <Notice
      tone="accent"
      icon="hint"
      announce="status"
      title={t('hint.title')}
      action={<Button variant="text" round size="s" icon="close" aria-label={t('hint.close')} onClick={onClose} />}
    >
      {text}
    </Notice>
  );
}
