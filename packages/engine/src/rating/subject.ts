/** Words that open a label and are no name: «Ce qu'il risque», "The competing offer". */
const opensLow = /^(?:ce|l['’]|la|le|les|un|une|il|elle|son|sa|ses|chaque|pourquoi|the|an?|another|she|he|his|her|what|why|each|there|how)(?:\b|(?<=['’]))/iu;

/** The label of a fact as it stands after a colon: without its capital, and what it explains in brackets rather than behind a second colon. */
export function inSentence(label: string): string {
  const [head = label, ...rest] = label.split(/ ?: /);
  const low = opensLow.test(head) ? head.charAt(0).toLowerCase() + head.slice(1) : head;
  return rest.length > 0 ? `${low} (${rest.join(', ')})` : low;
}
