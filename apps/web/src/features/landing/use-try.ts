import { useState } from 'react';
import { useNavigate } from 'react-router';
import { codeOf } from '../../kit/api-problem.ts';
import { loadAllWords, useLocale } from '../../kit/i18n.ts';
import { withNext } from '../../kit/next-place.ts';

export interface Try {
  /** Which button was pressed and is at work. */
  readonly busy: string | null;
  readonly error: unknown;
  readonly go: (button: string, place: string) => void;
}

/** Into the product without an account; where that is not offered, to the door with the place kept in mind. */
export function useTry(): Try {
  const navigate = useNavigate();
  const locale = useLocale();
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const go = async (button: string, place: string) => {
    setBusy(button);
    setError(null);
    try {
      // Fetched on the press: what talks to the server weighs more than the page, and most visitors only read.
      const [{ enterDemo }] = await Promise.all([import('../../kit/use-me.ts'), loadAllWords()]);
      await enterDemo(locale);
      await navigate(place);
    } catch (failure) {
      setBusy(null);
      if (codeOf(failure) === 'demo.off') await navigate(withNext('/sign-up', place));
      else setError(failure);
    }
  };
  return { busy, error, go: (button, place) => void go(button, place) };
}
