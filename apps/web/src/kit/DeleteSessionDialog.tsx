import type { Session } from '@coachvisio/contract/session.ts';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from './FailureNotice.tsx';
import { AlertDialog } from '../ui/AlertDialog.tsx';
import { useDeleteSession } from './use-sessions.ts';

type DeleteSessionDialogProps = {
  readonly id: Session['id'];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onDone: () => void;
};

export function DeleteSessionDialog({ id, open, onOpenChange, onDone }: DeleteSessionDialogProps) {
  const { t } = useTranslation('session');
  const remove = useDeleteSession(id, onDone);
  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('delete.title')}
      description={t('delete.text')}
      cancelLabel={t('delete.cancel')}
      confirmLabel={t('delete.confirm')}
      confirmBusyLabel={t('delete.busy')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      {remove.error && <FailureNotice error={remove.error} />}
    </AlertDialog>
  );
}
