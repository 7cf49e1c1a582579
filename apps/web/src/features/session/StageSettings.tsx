import type { Locale } from '@coachvisio/contract/locale.ts';
import type { VoiceOffer } from '@coachvisio/contract/speech.ts';
import { useTranslation } from 'react-i18next';
import { DisplaySwitches } from '../../kit/DisplaySwitches.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { VoiceSettings } from './VoiceSettings.tsx';

type StageSettingsProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly offer: VoiceOffer;
  readonly firstName: string;
  readonly locale: Locale;
};

/** Voice and display, while the conversation goes on. A chunk of its own: most people chose before they came in. */
export function StageSettings({ open, onOpenChange, ...voice }: StageSettingsProps) {
  const { t } = useTranslation('session');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('voice.settings')} closeLabel={t('display.close')}>
      <VoiceSettings {...voice} inSession />
      <DisplaySwitches />
    </Dialog>
  );
}
