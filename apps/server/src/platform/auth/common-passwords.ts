/**
 * What people type first when asked for at least ten characters: the head of the published lists of leaked passwords at
 * that length, French keyboards included. Compared without case, accents, and the digits and marks put at the end.
 */
const common = new Set(
  `password passwordpassword motdepasse monmotdepasse azertyuiop qwertyuiop qwertzuiop azertyuiopq qsdfghjklm iloveyou
  iloveyouforever jetaime jetaimemonamour administrator administrateur administrateurs welcome welcometo bienvenue changeme
  changezmoi letmein letmeinplease football basketball baseball superman princess princesse sunshine soleil trustno marseille
  doudou loulou chocolat coucou bonjour bonjourbonjour formation entreprise connexion coachvisio coachvisiocoachvisio
  computer ordinateur internet starwars liverpool manchester barcelona chelsea arsenal juventus whatever
  anticonstitutionnellement qwertyqwerty azertyazerty qazwsxedcrfv abcdefghij abcdefghijk abcdefghijkl passpass passwd
  secret secretsecret testtest testtesttest demodemo azerty qwerty`.split(/\s+/),
);

/** Longest password that is taken; nothing longer is looked at, because some patterns below take the square of its length. */
export const longestPassword = 128;

/** True for a password that a list of the usual ones would open, or that is one thing repeated or counted up. */
export function isCommonPassword(password: string): boolean {
  if (password.length > longestPassword) return false;
  const plain = password
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');
  // What stands at the end goes first: the 0 of «2026» stands for no letter.
  const word = plain
    .replace(/[^a-z]+$/, '')
    .replace(/0/g, 'o')
    .replace(/@/g, 'a')
    .replace(/\$/g, 's');
  return common.has(word) || /^(.{1,4})\1+.?$/.test(plain) || isRun(plain.replace(/\D+$/, '')) || /^\W*$/.test(plain);
}

/** `1234567890`, `9876543210`, `0123456789`. */
function isRun(text: string): boolean {
  const ascending = '01234567890123456789';
  const descending = '98765432109876543210';
  return text.length >= 8 && (ascending.includes(text) || descending.includes(text));
}
