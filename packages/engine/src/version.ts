/**
 * Version of the rules. Stored with every session: the same version, lines and seed give the same states, exit and scores.
 * Raise it whenever analysis, direction, the bank's choice or a rule of rating changes what comes out.
 */
export const engineVersion = '0.3.0';
