import { useEffect } from 'react';
import { usePreferences } from './preferences.ts';

const dark = () => matchMedia('(prefers-color-scheme: dark)');

/** Keeps the page in the theme that was chosen. The first paint is set earlier, by `public/first-paint.js`. */
export function useTheme(): void {
  const { theme } = usePreferences();
  useEffect(() => {
    const media = dark();
    const apply = () => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (media.matches ? 'dark' : 'light') : theme;
    };
    apply();
    media.addEventListener('change', apply);
    return () => media.removeEventListener('change', apply);
  }, [theme]);
}
