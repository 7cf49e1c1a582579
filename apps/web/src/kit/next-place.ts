/** Where to go once signed in: a path of this site and nothing else, whatever the address says. */
export function nextPlace(search: URLSearchParams): string {
  const next = search.get('next');
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/home';
}

export const withNext = (path: string, next: string): string => (next === '/home' ? path : `${path}?next=${encodeURIComponent(next)}`);
