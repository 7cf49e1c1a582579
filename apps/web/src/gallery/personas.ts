export const SLUGS = ['marc-delattre', 'claire-morel', 'philippe-garnier', 'julie-ferrand', 'thomas-lemaire'] as const;
