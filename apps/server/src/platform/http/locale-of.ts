import type { Locale } from '@coachvisio/contract/locale.ts';

/** The language a browser asks for, French when it asks for neither of ours. */
export function localeOf(headers: Headers | undefined | null): Locale {
  const wishes = (headers?.get('accept-language') ?? '')
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find((value) => value !== undefined);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  const first = wishes.find(({ tag, quality }) => quality > 0 && /^(fr|en)\b/.test(tag));
  return first?.tag.startsWith('en') ? 'en' : 'fr';
}
