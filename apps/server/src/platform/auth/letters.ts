import type { Locale } from '@coachvisio/contract/locale.ts';

export type LetterName = 'magicLink' | 'verify' | 'reset';

type Letter = (link: string) => { readonly subject: string; readonly text: string };

const letters: Record<Locale, Record<LetterName, Letter>> = {
  fr: {
    magicLink: (link) => ({
      subject: 'Votre lien de connexion à CoachVisio',
      text: `Bonjour,\n\nOuvrez ce lien pour vous connecter. Il sert une fois, pendant dix minutes.\n\n${link}\n\nSi vous n’avez rien demandé, laissez ce message : rien ne se passera.\n\nCoachVisio\n`,
    }),
    verify: (link) => ({
      subject: 'Confirmez votre adresse',
      text: `Bonjour,\n\nOuvrez ce lien pour confirmer votre adresse et entrer dans CoachVisio. Il sert pendant une heure.\n\n${link}\n\nSi vous n’avez pas créé de compte, laissez ce message : rien ne se passera.\n\nCoachVisio\n`,
    }),
    reset: (link) => ({
      subject: 'Choisissez un nouveau mot de passe',
      text: `Bonjour,\n\nOuvrez ce lien pour choisir un nouveau mot de passe. Il sert pendant une heure, et vos autres appareils seront déconnectés.\n\n${link}\n\nSi vous n’avez rien demandé, laissez ce message : votre mot de passe reste le même.\n\nCoachVisio\n`,
    }),
  },
  en: {
    magicLink: (link) => ({
      subject: 'Your CoachVisio sign-in link',
      text: `Hello,\n\nOpen this link to sign in. It works once, for ten minutes.\n\n${link}\n\nIf you did not ask for it, ignore this message and nothing will happen.\n\nCoachVisio\n`,
    }),
    verify: (link) => ({
      subject: 'Confirm your address',
      text: `Hello,\n\nOpen this link to confirm your address and enter CoachVisio. It works for an hour.\n\n${link}\n\nIf you did not create an account, ignore this message and nothing will happen.\n\nCoachVisio\n`,
    }),
    reset: (link) => ({
      subject: 'Choose a new password',
      text: `Hello,\n\nOpen this link to choose a new password. It works for an hour, and your other devices will be signed out.\n\n${link}\n\nIf you did not ask for it, ignore this message: your password stays the same.\n\nCoachVisio\n`,
    }),
  },
};

/** What a mail about one's account says. Sent by a server that knows no screen, so the words live here. */
export const letter = (name: LetterName, locale: Locale, link: string) => letters[locale][name](link);
