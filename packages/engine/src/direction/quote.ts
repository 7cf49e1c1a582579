import type { Signal } from '@coachvisio/contract/signal.ts';

const fewest = 3;
const most = 8;
/** A clause ends at a stop or where another one is tied on. */
const clauseEnd = /[,.;:!?…\n"«»()]| (?:mais|et|parce que|car|puisque|donc|but|and|because|so|since) /u;
/** Words on which nobody ends a quote. */
const dangling =
  /(?:^|[ '’])(?:le|la|les|l|un|une|des|de|du|d|à|au|aux|en|pour|par|sur|avec|que|qu|qui|ce|se|ne|the|a|an|to|of|for|with|that|on|in|my|our|your)$/iu;

/**
 * The words of a learner that the persona may pick up: the clause in which something general or evasive stands, from its
 * beginning to its end, two to eight words as they were said; undefined when no clean clause can be cut.
 */
export function quotable(signals: readonly Signal[], text: string): string | undefined {
  for (const { kind, start } of signals) {
    if (kind !== 'vague' && kind !== 'evasion') continue;
    const before = text.slice(0, start).trimEnd();
    if (before !== '' && !/[,.;:!?…\n]$|(?:^| )(?:mais|et|bon|donc|alors|oui|non|but|and|so|well|yes|no)$/iu.test(before)) continue;
    const rest = text.slice(start);
    const cut = rest.search(clauseEnd);
    const clause = (cut < 0 ? rest : rest.slice(0, cut)).trim();
    const words = clause.split(/\s+/).length;
    if (words >= fewest && words <= most && !dangling.test(clause)) return clause;
  }
  return undefined;
}
