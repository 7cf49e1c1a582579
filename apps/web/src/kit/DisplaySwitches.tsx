import { useTranslation } from 'react-i18next';
import { changePreferences, usePreferences } from './preferences.ts';
import { Switch } from '../ui/Switch.tsx';

/** The same four before the session and during it; they apply at once and stay with the device. */
export function DisplaySwitches() {
  const { t } = useTranslation('session');
  const { timerShown, captionsPaced, portraitStill, letterKeys } = usePreferences();
  return (
    <>
      <Switch label={t('display.timer')} checked={timerShown} onCheckedChange={(on) => changePreferences({ timerShown: on })} />
      <Switch
        label={t('display.captions')}
        hint={t('display.captionsHint')}
        checked={captionsPaced}
        onCheckedChange={(on) => changePreferences({ captionsPaced: on })}
      />
      <Switch label={t('display.portrait')} checked={!portraitStill} onCheckedChange={(on) => changePreferences({ portraitStill: !on })} />
      <Switch label={t('display.keys')} hint={t('display.keysHint')} checked={letterKeys} onCheckedChange={(on) => changePreferences({ letterKeys: on })} />
    </>
  );
}
