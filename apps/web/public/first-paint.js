// Runs before anything is painted, so that nobody who chose the dark theme sees a white page first.
// A file of its own because the content security policy allows no inline script.
(() => {
  const page = document.documentElement;
  let theme = 'system';
  try {
    theme = JSON.parse(localStorage.getItem('coachvisio.preferences') ?? '{}').theme ?? 'system';
    const locale = localStorage.getItem('coachvisio.locale');
    if (locale === 'fr' || locale === 'en') page.lang = locale;
  } catch {
    // No storage, or something else in it: the system's choice stands.
  }
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  page.dataset.theme = dark ? 'dark' : 'light';
})();
