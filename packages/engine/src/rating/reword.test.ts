import { describe, expect, it } from 'vitest';
import { reworded } from './reword.ts';

describe('a sentence said better', () => {
  it.each([
    ['own', 'fr', "Je comprends, mais ce n'est pas de ma faute si le prestataire a traîné.", 'Le prestataire a traîné'],
    ['own', 'fr', 'C’est le prestataire qui a traîné, je n’y peux rien.', 'Le prestataire a traîné'],
    ['own', 'en', "It's not my fault if the vendor dragged their feet.", 'The vendor dragged their feet'],
    ['own', 'en', 'It was the vendor who missed the delivery, not us.', 'The vendor missed the delivery'],
    ['date', 'fr', 'On va essayer de vous livrer plus tôt.', 'On va vous livrer plus tôt'],
    ['date', 'fr', 'Je vous envoie une offre rapidement et on en reparle.', 'Je vous envoie une offre'],
    ['date', 'en', "We'll do our best to fix the export, it's a solid team.", "We'll fix the export"],
    ['date', 'en', "I'll send you a quote soon and we can talk about it later.", "I'll send you a quote"],
    ['open', 'fr', "Bon. C'est surtout le manque de visibilité qui te pèse ?", "Qu'est-ce qui te pèse le plus"],
    ['open', 'fr', 'Est-ce que les délais vous inquiètent ?', "Qu'est-ce qui vous inquiète dans les délais"],
    ['open', 'fr', 'Vous avez des contraintes de date ?', "Qu'est-ce que vous avez comme contraintes de date"],
    ['open', 'en', 'Do you have any concerns about the rollout?', 'What concerns do you have about the rollout'],
    ['open', 'en', 'So is it the price that worries you?', 'What worries you most'],
    ['open', 'en', 'Does the deadline worry you?', 'What worries you about the deadline'],
    ['part', 'fr', 'On a rappelé chaque client et on avait préparé une liste.', "J'ai rappelé chaque client et j'avais préparé une liste"],
    ['part', 'en', 'We called each customer back and we built a list.', 'I called each customer back and I built a list'],
  ] as const)('%s (%s): %s', (kind, locale, sentence, said) => {
    expect(reworded(kind, sentence, locale)).toBe(said);
  });

  it.each([
    ['date', 'fr', 'On va faire au mieux, ne vous inquiétez pas.'],
    ['date', 'fr', 'Je vous rembourse 60 euros à la caisse maintenant.'],
    ['date', 'fr', 'Je vous préviens le jour où je le sais.'],
    ['date', 'en', "Don't worry, we'll figure something out."],
    ['date', 'en', "I'll call you within the hour."],
    ['open', 'fr', 'Ça vous va ?'],
    ['open', 'fr', 'Vous avez des enfants ?'],
    ['open', 'en', 'Does that work for you?'],
    ['own', 'fr', 'Je n’ai pas eu le temps.'],
    ['part', 'fr', "On s'est réparti le travail et on a fait un peu de tout."],
    ['part', 'en', 'We were all working together on our project.'],
  ] as const)('is none where nothing of its own would be left to say (%s, %s: %s)', (kind, locale, sentence) => {
    expect(reworded(kind, sentence, locale)).toBeNull();
  });
});
