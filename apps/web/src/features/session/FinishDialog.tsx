import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertDialog } from '../../ui/AlertDialog.tsx';

type FinishDialogProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly learnerTurns: number;
  readonly firstName: string;
  readonly onFinish: () => void;
};

export function FinishDialog({ open, onOpenChange, learnerTurns, firstName, onFinish }: FinishDialogProps) {
  const { t } = useTranslation('session');
  const [busy, setBusy] = useState(false);
  return (
    <AlertDialog
      open={open}
      onOpenChange={(stays) => {
        setBusy(false);
        onOpenChange(stays);
      }}
      title={t('finish.title')}
      description={learnerTurns < 3 ? t('finish.early') : t('finish.text', { name: firstName })}
      cancelLabel={t('finish.cancel')}
      confirmLabel={t('finish.confirm')}
      confirmBusyLabel={t('finish.busy')}
      busy={busy}
      onConfirm={() => {
        setBusy(true);
        onFinish();
      }}
    />
  );
}
