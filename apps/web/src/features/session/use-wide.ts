import { useSyncExternalStore } from 'react';

const query = '(min-width: 901px)';

const subscribe = (notify: () => void) => {
  const media = matchMedia(query);
  media.addEventListener('change', notify);
  return () => media.removeEventListener('change', notify);
};

/** Room for a panel beside the scene; otherwise panels are sheets. The same width as in the styles. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(query).matches);
