import { describe, expect, it } from 'vitest';
import { endingOf, endOfTurnMs, silenceThatEnds } from './end-of-turn.ts';

describe('how words end', () => {
  it.each([
    ['fr', 'Quelle date puis-je annoncer au client ?', 'handed_over'],
    ['fr', "qu'est-ce qui vous inquiète le plus", 'handed_over'],
    ['fr', "Je vous propose jeudi. Qu'en pensez-vous ?", 'handed_over'],
    ['fr', 'je vous propose jeudi ça vous va', 'handed_over'],
    ['fr', 'Nous avons dix jours de retard.', 'closed'],
    ['fr', 'nous avons dix jours de retard', 'closed'],
    ['fr', "C'est ma responsabilité.", 'closed'],
    ['fr', "j'ai pris trois mesures", 'closed'],
    ['fr', 'nous avons dix jours de retard parce que', 'open'],
    ['fr', 'je vais appeler le', 'open'],
    ['fr', "J'ai vu avec l'équipe,", 'open'],
    ['fr', 'et donc ce que je vous propose c', 'open'],
    ['fr', 'le retard vient de…', 'open'],
    ['fr', 'je pense que euh', 'searching'],
    ['fr', 'comment dire', 'searching'],
    ['fr', 'Il y a, euh…', 'searching'],
    ['en', 'What worries you most?', 'handed_over'],
    ['en', 'so what would you need from me', 'handed_over'],
    ['en', "I'll call you Thursday. Does that work for you?", 'handed_over'],
    ['en', 'We are ten days late.', 'closed'],
    ['en', 'we are ten days late because', 'open'],
    ['en', "and that's", 'open'],
    ['en', 'I think we should, um', 'searching'],
  ] as const)('%s «%s» is %s', (locale, text, ending) => {
    expect(endingOf(text, locale)).toBe(ending);
  });
});

describe('the silence that ends a turn', () => {
  const plain = { patience: 1, inStory: false };
  it('is short after a question and long after a hesitation', () => {
    const waits = ['Quelle date ?', 'Dix jours de retard.', 'dix jours parce que', 'dix jours euh'].map((text) => silenceThatEnds(text, 'fr', plain));
    expect(waits).toEqual([endOfTurnMs.handed_over, endOfTurnMs.closed, endOfTurnMs.open, endOfTurnMs.searching]);
    expect([...waits].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(waits);
  });

  it('is longer in a story, and as long as the scenario says', () => {
    expect(silenceThatEnds("J'ai appelé le client.", 'fr', { patience: 1, inStory: true })).toBe(endOfTurnMs.open);
    expect(silenceThatEnds("J'ai appelé le client.", 'fr', { patience: 1.5, inStory: false })).toBe(endOfTurnMs.closed * 1.5);
    expect(silenceThatEnds('Et vous ?', 'fr', { patience: 1.5, inStory: true })).toBe(endOfTurnMs.handed_over);
  });

  it('never comes while nothing was understood', () => {
    expect(silenceThatEnds('  ', 'fr', plain)).toBeNull();
  });
});
