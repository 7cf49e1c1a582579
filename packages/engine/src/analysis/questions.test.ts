import { expect, test } from 'vitest';
import { kinds, quotes } from './analyse.testing.ts';

test.each([
  "Qu'est-ce qui vous bloque aujourd'hui ?",
  'qu’est-ce qui vous bloque',
  'parlez-moi de votre équipe',
  'comment voyez-vous la suite',
  "Vous l'avez vécu comment, vous ?",
  "j'aimerais comprendre ce qui a changé depuis mars",
  "bonjour madame alors qu'est-ce qui compte le plus pour vous",
  "Pouvez-vous m'en dire plus ?",
  'De quoi auriez-vous besoin pour avancer ?',
  'Dites-moi.',
  'Que puis-je faire pour vous ?',
  'Quel est le vrai problème pour vous ?',
])('hears an open question: %s', (text) => {
  expect(kinds(text, 'fr')).toContain('open_question');
});

test.each([
  'je sais comment vous travaillez et je ne reviens pas dessus',
  'Pourquoi vous êtes toujours dans le négatif ?',
  "Pourquoi vous n'avez pas prévenu ?",
  "Qu'est-ce que vous voulez que j'y fasse ?",
  "Qu'est-ce que vous pensez du fait que vos concurrents vont tous y passer ?",
  "Est-ce que vous seriez d'accord pour dire que ça coûte cher ?",
  'Voilà comment on va faire.',
  'Comment osez-vous me parler ainsi ?',
  'Vous avez signé quand ?',
  'Et alors ?',
])('takes nothing else for an open question: %s', (text) => {
  expect(kinds(text, 'fr')).not.toContain('open_question');
});

test.each([
  'Est-ce que jeudi vous convient ?',
  'est-ce que vous avez un budget',
  'Avez-vous déjà signé ?',
  'Combien de personnes sont concernées ?',
  'Ça vous irait ?',
  "C'est fixe ou négociable ?",
])('hears a closed question: %s', (text) => {
  const found = kinds(text, 'fr');
  expect(found).toContain('closed_question');
  expect(found).not.toContain('open_question');
});

test.each(['Je ne sais pas si vous avez un budget.', "On vous envoie le plan, d'accord ?", 'Vous avez raison de poser la question.'])(
  'asks nothing: %s',
  (text) => {
    expect(kinds(text, 'fr')).not.toContain('closed_question');
  },
);

test.each([
  'What worries you most about this?',
  'what do you need from me',
  'Tell me more about the team.',
  'How would you like to handle it?',
  'Can you walk me through what happened?',
  'So what changes have you made?',
])('hears an open question: %s', (text) => {
  expect(kinds(text, 'en')).toContain('open_question');
});

test.each([
  'What he cares about is the nineteenth.',
  'I know how you feel about the price.',
  "Why didn't you call me?",
  "What's wrong with you?",
  'Why do you always complain?',
  "Don't you think it's a good price?",
  'How many people are on the team?',
  'How long has it been like this?',
])('takes nothing else for an open question: %s', (text) => {
  expect(kinds(text, 'en')).not.toContain('open_question');
});

test.each(['Do you have a budget?', 'Is it a panel?', 'How many people are on the team?', 'Would Friday be better?'])('hears a closed question: %s', (text) => {
  expect(kinds(text, 'en')).toContain('closed_question');
});

test.each(["We'll figure something out, okay?", 'I asked if you have a budget.', 'You are right to ask.'])('asks nothing: %s', (text) => {
  expect(kinds(text, 'en')).not.toContain('closed_question');
});

test('quotes the question and not the sentence before it', () => {
  expect(quotes('open_question', "D'accord, c'est noté. Et qu'est-ce qui se passe derrière, avec les parents ?", 'fr')).toEqual([
    "qu'est-ce qui se passe derrière, avec les parents",
  ]);
});
