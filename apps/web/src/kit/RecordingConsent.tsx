import { useTranslation } from 'react-i18next';
import { Switch } from '../ui/Switch.tsx';

type RecordingConsentProps = {
  /** Off until the learner says otherwise: nobody decides this for them. */
  readonly granted: boolean;
  readonly onChange: (granted: boolean) => void;
  readonly disabled?: boolean;
};

/**
 * Asks whether the sound of a session may be kept, with everything that it means in sight. Before a session the answer waits
 * for its id; then, as during one, `decideRecording` sends it. A change of what the text promises needs a new
 * `recordingTextVersion`.
 */
export function RecordingConsent({ granted, onChange, disabled = false }: RecordingConsentProps) {
  const { t } = useTranslation('recording');
  return (
    <Switch
      label={t('consent.label')}
      hint={`${t('consent.what')} ${t('consent.free')}`}
      name="recording"
      checked={granted}
      onCheckedChange={onChange}
      disabled={disabled}
    />
  );
}
