import { expect, test } from 'vitest';
import { kinds } from './analyse.testing.ts';

const LATE = "On a deux semaines de retard et le client parle de pénalités. J'ai peur de perdre ce client.";

test.each([
  ['Si je vous comprends bien, le client parle de pénalités.', LATE],
  ['donc pour vous le retard est devenu un sujet avec le client', LATE],
  ['Vous me dites que le client évoque des pénalités.', LATE],
  [
    'Donc tu portes la campagne pendant trois mois et un autre la présente.',
    "J'ai porté la campagne de rentrée pendant trois mois et c'est Paul qui a présenté.",
  ],
])('hears a reformulation: %s', (text, personaSaid) => {
  expect(kinds(text, 'fr', { personaSaid })).toContain('reformulation');
});

test.each([
  ['Si je vous comprends bien, ce retard vous met en première ligne devant le client.', LATE],
  ["Donc pour vous l'enjeu, c'est de ne pas perdre ce client.", LATE],
  ["Si je vous suis, vous avez peur que le client s'en aille.", LATE],
])('hears a reformulation that adds meaning: %s', (text, personaSaid) => {
  const found = kinds(text, 'fr', { personaSaid });
  expect(found).toContain('complex_reformulation');
  expect(found).not.toContain('reformulation');
});

test.each([
  ["Donc si je reformule, vous avez eu un souci avec un bon d'achat.", "Je veux être remboursé de la voiture. J'avais un enterrement."],
  ["D'accord, je note. Donc le carburant c'est un vrai sujet.", 'Le carburant, pas tellement, je fais vingt kilomètres par jour.'],
  ['Si je vous comprends bien, il y a trois semaines de retard.', LATE],
  ['Donc pour vous tout va bien.', LATE],
  ['Donc je vous propose de voir le client sur son retard.', LATE],
  ['Si je vous comprends bien, le client parle de pénalités.', ''],
  ['Donc comment le client parle-t-il de ces pénalités ?', LATE],
])('is no reformulation: %s', (text, personaSaid) => {
  const found = kinds(text, 'fr', { personaSaid });
  expect(found).not.toContain('reformulation');
  expect(found).not.toContain('complex_reformulation');
});

test.each([
  ['So if I hear you right, the contractors left you without cooling.', 'Two contractors failed, and they left us without cooling in August.'],
  ['It sounds like the testing job showed up without anyone asking.', "It's the testing job. Nobody asked me."],
  ["What you're saying is the price dropped too fast.", 'In thirty seconds the price dropped ten thousand dollars.'],
])('hears a reformulation: %s', (text, personaSaid) => {
  expect(kinds(text, 'en', { personaSaid })).toContain('reformulation');
});

test.each([
  ['So what matters to you is that the crew shows up.', 'Last time the crew showed up four days late.'],
  ["It sounds like you're worried the price leaves you exposed.", 'The price worries me.'],
  ['So the contractors failed and that puts you on the line.', 'I had two contractors fail on me.'],
])('hears a reformulation that adds meaning: %s', (text, personaSaid) => {
  expect(kinds(text, 'en', { personaSaid })).toContain('complex_reformulation');
});

test.each([
  ["So if I hear you right, it's about money.", 'My crew never showed up.'],
  ['So fuel is a real issue for you.', 'Fuel is not an issue, I drive twelve miles.'],
  ['What would make you feel better about the crew?', 'My crew starts on Monday.'],
  ['So what does the crew do on Monday?', 'My crew starts on Monday.'],
  ['So I would send the crew on Monday.', 'My crew starts on Monday.'],
  ['What I hear is that you are three weeks late.', 'We are two weeks late.'],
])('is no reformulation: %s', (text, personaSaid) => {
  const found = kinds(text, 'en', { personaSaid });
  expect(found).not.toContain('reformulation');
  expect(found).not.toContain('complex_reformulation');
});

test.each([
  'Je comprends que ce soit difficile pour votre équipe.',
  'je comprends que ce soit dur mais on va trouver une solution ensemble',
  "C'est normal que vous soyez inquiète.",
  'Vous avez raison de me le dire.',
  'Merci de me le dire.',
  'À votre place je serais en colère aussi.',
  'Ça a dû être pénible.',
  "Vous avez raison, deux retards c'est trop.",
  'Tu as fait un super boulot.',
])('hears an acknowledgement: %s', (text) => {
  expect(kinds(text, 'fr')).toContain('acknowledgement');
});

test.each([
  'Je ne comprends pas que vous ayez signé.',
  'je comprends pas votre demande',
  'Je comprends que ce soit difficile, mais tout le monde est débordé.',
  'Je comprends.',
  "Vous n'avez pas raison de vous plaindre.",
  'Merci de vérifier votre adresse.',
])('acknowledges nothing: %s', (text) => {
  expect(kinds(text, 'fr')).not.toContain('acknowledgement');
});

test.each([
  "Je comprends que ce soit dur, mais c'est la procédure.",
  'Je comprends.',
  'je comprends mais il va falloir faire avec',
  'Je comprends tout à fait votre frustration.',
  'Je me mets à votre place.',
])('hears empathy that is hollow: %s', (text) => {
  expect(kinds(text, 'fr')).toContain('hollow_empathy');
});

test.each([
  'Je comprends que ce soit dur, mais je peux décaler la livraison à jeudi.',
  'Je ne comprends pas.',
  'Je comprends votre frustration après deux livraisons manquées.',
])('is not hollow: %s', (text) => {
  expect(kinds(text, 'fr', { personaSaid: 'Deux livraisons manquées, vous imaginez ?' })).not.toContain('hollow_empathy');
});

test.each([
  'I can see why that worries you.',
  'That must have been a hard week.',
  "You're right to ask.",
  'Thank you for telling me.',
  'It makes sense that you want proof.',
  'I understand that it hurts, but I can move the date.',
])('hears an acknowledgement: %s', (text) => {
  expect(kinds(text, 'en')).toContain('acknowledgement');
});

test.each(["I don't understand that.", 'I understand.', "I understand that it's hard, but everybody is busy.", "You're not right about that."])(
  'acknowledges nothing: %s',
  (text) => {
    expect(kinds(text, 'en')).not.toContain('acknowledgement');
  },
);

test.each(['I understand your frustration.', 'I understand.', "I hear you, but that's the policy.", "I understand that it's hard, but you need to calm down."])(
  'hears empathy that is hollow: %s',
  (text) => {
    expect(kinds(text, 'en')).toContain('hollow_empathy');
  },
);

test.each(["I don't understand.", "I understand that you need proof, and I'll bring it Friday.", 'I see how much you pour into it.'])(
  'is not hollow: %s',
  (text) => {
    expect(kinds(text, 'en')).not.toContain('hollow_empathy');
  },
);
