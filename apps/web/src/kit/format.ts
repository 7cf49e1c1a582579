import type { Locale } from '@coachvisio/contract/locale.ts';

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-US' };

/** `m:ss`, the same in both languages: a clock is read, not pronounced. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function day(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(iso));
}

export function dayAndTime(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }).format(new Date(iso));
}

export function decimal(value: number, locale: Locale, digits = 1): string {
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: digits }).format(value);
}

/** With its sign, and a real minus. */
export function signed(value: number, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale], { signDisplay: 'exceptZero', maximumFractionDigits: 0 }).format(value).replace('-', '−');
}
