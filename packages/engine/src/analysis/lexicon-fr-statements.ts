// Collected by hand for this project; see `lexicon.ts`. Folded text: no accents, lower case.
import type { Lexicon } from './lexicon.ts';

const STATE =
  "(inquiete?|decue?|fatiguee?|epuisee?|perdue?|debordee?|seule?|frustree?|en colere|fachee?|agacee?|blessee?|mefiante?|prudente?|partagee?|coincee?|prete?|sous pression|sous l'eau|mal a l'aise|attachee?|soulagee?|surprise?|tiraillee?|decouragee?|lassee?|usee?|tendue?|exigeante?|convaincue?|a bout)";

export const statementsFr: Lexicon['statements'] = {
  lead: /^(?:(?:bonjour|bonsoir|salut|donc|ok|d'accord|et|mais|alors|bon|ben|bah|ah|oh|oui|ouais|non|bien|tres bien|du coup|en fait|au fond|en somme|en gros|parce que|finalement|apres|ensuite|la(?= ?,| (?:vous|tu|c'est|ca|je|on)(?![a-z]))|effectivement|justement|voila|enfin|peut etre|peut-etre|d'un cote|de l'autre|en meme temps|aujourd'hui|en ce moment|parfois|(?:que|qu'|puisque|comme)(?= (?:vous|tu) ))(?![a-z'-])[, "-]*)+/,
  concludes: /(?:^|[ ,])(?:donc|du coup|en somme|au fond|finalement)(?![a-z'])/,
  aboutThem:
    /^(?:(?:vous|tu) (?:n'|ne |en |y |vous |te |t')?(?!devriez|devrais|devez|dois|pouvez|peux|pourriez|pourrais|allez|vas|aurez|auras|serez|seras|recevrez|recevras|verrez|verras|faut|voyez|voulez quoi|savez|sais)|t'|(?:votre|vos|ton|ta|tes) )/,
  theirs: /^(?:votre|vos|ton|ta|tes) /,
  benefit:
    /^(?:vous|tu) (?:le |la |les |l')[a-z]|^(?:vous|tu) (?:(?:ne|le|la|les|en|y|me|nous) |n'|l'|m'){0,2}(?:payez|paies|signez|signes|appelez|appelles|prenez|prends|envoyez|recevez|recois|donnez|gardez|gardes|commencez|choisissez|mettez|utilisez|cliquez|ouvrez|lisez|ecrivez|achetez|commandez|demandez|venez|montrez|attendez|arretez|avez (?:notre|mon|ma|un|une|des|le|la|les|jusqu|deux|trois|acces|quoi|tout)|as (?:mon|ma|un|une|le|la)|disposez|beneficiez|profitez|gagnez|economisez|etes le|etes la|etes les)/,
  mirrors: [
    '(vous vous|tu te|te) (sentez|sens|retrouvez|retrouves|dites|dis|demandez|demandes|inquietez|inquietes|battez|bats|mefiez|mefies)( ~)?',
    "(vous|tu) (avez|as|aviez|avais|n'avez|n'as) (pas |plus |surtout |aussi |encore |deja )?(peur|l'impression|le sentiment|besoin|envie|du mal|des doutes|un doute|l'habitude|le souci|la crainte|honte|mal vecu|hate)( ~)?",
    '(vous|tu) (craignez|crains|redoutez|redoutes|souhaitez|souhaites|cherchez a|cherches a|esperez|esperes|hesitez|hesites|doutez|doutes|tenez a|tiens a|preferez|preferes|aimeriez|aimerais|supportez|supportes|vivez|vis|portez|portes|subissez|subis)( ~)?',
    '(vous|tu) ne (voulez|veux|souhaitez|supportez|croyez|crois|voyez|vois|savez|sais|comprenez|comprends) (plus|pas)(?! (que je|quand meme|signer|un|une))( ~)?',
    '(vous|tu) en (avez|as) (assez|marre|gros|ras le bol)( ~)?',
    `(vous|tu) (etes|es|n'etes|n'es|t'es|etiez|etais) (pas |plus |un peu |tres |assez |vraiment |surtout |encore |plutot |a la fois )?${STATE}( ~)?`,
    "on (dirait|sent) que (vous|tu|c'est|ca)( ~)?",
    "j'ai (bien )?(l'impression|le sentiment) (que|qu'en fait) (vous|tu|c'est|ca|pour vous)( ~)?",
    "(je sens|j'entends|je percois) (surtout |bien |aussi |chez vous |que |qu'il y a )?(vous|tu|de la|du|une|un|c'est|ca)( ~)?",
    "ce que j'entends( ~)?",
    '(important|difficile|dur|lourd|pesant|penible|essentiel|complique|une priorite|une surprise|un choc|un soulagement) pour (vous|toi)( ~)?',
    '(pour|chez) (vous|toi),? (ca|c.est|le|la|il)( ~)?',
    "(ca|cela|ce qui) (vous|te|t') ?(inquiete|pese|agace|met|bloque|gene|freine|touche|fatigue|preoccupe|blesse|use|stresse|coute|manque)( ~)?",
    'une partie de (vous|toi)( ~)?',
    '(dans|de) (votre|ta) (vie|tete|quotidien)( ~)?',
    "d'un cote( ~)? (vous|tu)( ~)?",
  ],
  hardOnThem: [
    "(c'est|ce n'est|c'etait|ca (a ete|reste|devient)) (pas |plus |vraiment |tres |quand meme |surtout |assez |trop ){0,2}(dur|difficile|lourd|important|complique|penible|pesant|epuisant|frustrant|stressant|fatigant|une priorite|un soulagement|un choc|tentant)( ~)?",
    "(personne|on|ils|elles|il|elle|ca|cela|rien|tout le monde|vos [a-z]{3,14}|les [a-z]{3,14}) (ne )?(vous|te|t'|l'|ne vous|ne t') ?(a|ont|avait|avaient|met|mettent|laisse|laissent|oblige|empeche|attend|attendent|en veut|croit|ecoute|ecoutent|prend|prennent)( ~)?",
  ],
  generic:
    /^(?:le|la|les|l'|un|une|des|du|ce|cet|cette|ces|ca|cela|c'est|c'etait|il y a|il|elle|ils|elles|notre|nos|mon|ma|mes|leurs?|certains|plusieurs|beaucoup|la plupart|chaque|si (?:vous|tu|on))(?![a-z])/,
  modal: ['(peut|peuvent|pourra|pourrait|doit|doivent|devra|devrait|faut|faudra|va|vont|sera|seront)'],
  knows:
    /^(?:je (?:vous |te )?(?:explique|precise|signale|rappelle|informe|sais que|constate|remarque|pense que (?:c'est|le|la|les|ca))|nous (?:avons|sommes|proposons|travaillons)|on (?:a|est|propose|travaille|utilise|sait)|notre|nos)(?![a-z])/,
  directs:
    /^(?:(?:vous|tu) (?:devriez|devrais|devez|dois)(?! (?:recevoir|avoir|le savoir|etre (?:livre|contact|rappel|prevenu)))|(?:il )?(?:faut|faudrait) (?:que (?:vous|tu)|vous|te)|je (?:vous|te) (?:conseille|recommande|suggere|encourage)|pensez a|pense a|n'oubliez pas|n'oublie pas|essayez|essaie|evitez|evite)(?![a-z])/,
};
