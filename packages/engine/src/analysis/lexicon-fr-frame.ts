// Collected by hand for this project; see `lexicon.ts`. Folded text: no accents, lower case.
import type { Lexicon } from './lexicon.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const wordsFr: Pick<Lexicon, 'stop' | 'endings' | 'negation' | 'difficulty'> = {
  stop: set(`
      le la les l un une des de d du et ou a au aux en dans sur pour par avec que qu qui quoi dont ce c cet cette ces ca cela mon ma mes ton ta tes son sa ses notre nos
      votre vos leur leurs je j tu il elle on nous vous ils elles me m te t se s moi toi lui y n ne pas plus jamais rien est sont suis es etes sommes etait etais etaient
      ete etre avoir avez ai as a ont avons avait avais aviez fait faire fais faites font dit dire dis dites va vais allez vont aller peut peux pouvez pouvons veut veux
      voulez comment pourquoi quel quelle quels quelles quand donc alors bien tres trop tout tous toute toutes meme aussi encore deja si mais comme parce entre sans sous
      apres avant chez vers faut falloir ceux celui celle chose choses truc vraiment juste peu beaucoup oui non ok accord merci bonjour monsieur madame voila bon ben bah
      enfin genre voir vois savez sais comprends comprend comprendre entends pense penses pensez crois ici la autre autres fois jour jours soir matin moins mieux cas part
      point sera serait soit aurait aurais avoir ete etant chaque quelque quelques personne gens temps moment problem aujourd'hui hui maintenant depuis pendant toujours
      assez plutot surtout exactement effectivement legitime desole
    `),
  endings: [
    'issements',
    'issement',
    'ements',
    'ement',
    'ations',
    'ation',
    'aisons',
    'aison',
    'itions',
    'ition',
    'euses',
    'euse',
    'eurs',
    'eur',
    'ables',
    'able',
    'ives',
    'ive',
    'ifs',
    'if',
    'antes',
    'ante',
    'ants',
    'ant',
    'ances',
    'ance',
    'issez',
    'issent',
    'eraient',
    'erait',
    'erons',
    'eront',
    'erez',
    'erai',
    'era',
    'aient',
    'ions',
    'iez',
    'ees',
    'ent',
    'ez',
    'er',
    'ir',
    'ie',
    'is',
    'it',
    'ais',
    'ait',
    'ons',
    'ee',
    'es',
    'e',
    's',
    'x',
    'i',
    'u',
  ],
  // «C'est plus compliqué» compares and denies nothing.
  negation: [
    "(ne|n'|pas|jamais|rien|aucun|aucune|sans|ni|personne)",
    "(?<!\\b(c'est|etait|sera|beaucoup|bien|encore|peu|de|le|la|les|en|nettement|toujours|et) )plus",
    "(?<=c'est )plus (possible|la peine|le cas|pareil|tenable|supportable)",
  ],
  difficulty: [
    '(mal|difficil*|dur|peine|manqu*|peur|hesit*|dout*|refus*|arret*|trop|crain*|risqu*|perd*|impossible|incapable|fini)',
    "si (on|vous|ils?|quelqu'un) (ne )?(m'|nous |l'|t')?avai(t|ent|ez)",
  ],
};

/** What orders a level from whoever rates: «mets-moi», «il faut me mettre». */
const RATE = '((donne|mets|attribue|accorde|colle|donnez|mettez|attribuez|accordez|collez)( moi| nous)?|me (donner|mettre|attribuer|accorder))';
const LEVEL = '((\\d{1,3}(/\\d{1,3})?|cinq|dix|vingt|cent)( etoiles| points)?)';

export const frameFr: Lexicon['frame'] = {
  insult: [
    '(connards?|connasses?|salope?s?|enculee?s?|batards?|abrutis?|ducon|trou du cul|fils de pute)',
    'espece (de|d)( ~)?',
    '(ta gueule|ferme la|fermez la|ferme ta gueule)',
    '(va|allez) (te|vous) faire (foutre|voir|enculer)',
    '(va|allez) (te |vous )?(chier|crever)',
    "(vous etes|tu es|t'es|vous n'etes|tu n'es) (vraiment |qu'|juste |completement |un peu )?(qu')?(un |une |des |trop |si )?(idiote?s?|cone?s?|conne|imbeciles?|debiles?|cretine?s?|nul(le)?s?|incompetente?s?|incapables?|bons? a rien|bonne a rien|minable|menteurs?|menteuse|escrocs?|voleurs?|parasites?|boulets?|clowns?|abrutie?s?|merdes?)(?! (en|a|au|aux|dans|pour|sur|de|part))",
    'bande de (cons|nuls|clowns|incapables|voleurs)',
    '(sale|pauvre) (con|conne|type|idiot|idiote|imbecile|merde)',
    'je vous emmerde',
    "je t'emmerde",
  ],
  reported:
    /(?:trait(?:e|ee|ait|er)|appele|dit|crie|lance|insulte|repond(?:u|ait)?|hurle|balance|disant|criant|ecrit)(?: (?:de|d'|:|que|un|une|moi|en))* ?["':,]? ?"?$/,
  outOfRole: [
    "(c'est|ce n'est) ((qu'|que |juste |seulement |simplement )?)(un|une) (exercice|simulation|jeu de role|entrainement)(?! (difficile|comptable|budgetaire|de|d'|fiscal|perilleux|complique|delicat|d.equilibriste|qui|incendie))",
    "(dans|pour|de|pendant) (cet exercice|cette simulation|ce jeu de role|l'exercice de simulation)",
    '(on est|nous sommes) (dans|en) (une |pleine )?(simulation|jeu de role)',
    "(tu es|vous etes|t'es) (qu')?(un|une) (robot|bot|programme|logiciel|personnage|avatar|outil|ia|chatbot) (de|d'|pour (la|l')) ?(formation|simulation|entrainement|entraine*|ordinateur|jeu|role)",
    "(cette|l'|votre) ?appli(cation)? (de (formation|simulation)|d'entrainement)( ~)?",
    "(ce|le) (logiciel|programme|site|scenario|simulateur) (de (formation|simulation)|d'entrainement)( ~)?",
    '(je|on) (sort|sors) d(e mon|u) role',
    '(sors|sortez) d(e ton|e votre|u) (role|personnage)',
    '(le|mon) micro (ne marche|marche pas|ne fonctionne|fonctionne pas|bug)( ~)?',
    "(ca|c'est) enregistre (mon|ma) (score|note)",
    "(comment|ou) (je|est ce que je|on) (quitte|arrete|ferme|relance) (la simulation|l'exercice|l'appli|la session)",
  ],
  instructs: [
    "(ignore(z|r)?|oublie(z|r)?|neglige(z)?) (toutes )?(tes|vos|toutes les|les|ces) (consignes|instructions|regles|directives)( (precedentes|anterieures|systeme|initiales|d'avant))?(?! (de|du|des|d'))",
    '(prompt systeme|system prompt|instructions systeme|consignes systeme|invite systeme)',
    '(repond(s|ez)|reponds? moi) (seulement|uniquement|juste|exclusivement) (par|avec|en)( ~)?',
    '(donne(z)?|mets|mettez|attribue(z)?|accorde(z)?)( |-)(moi|nous) (\\d{1,4}|cent|vingt|le (maximum|max)(?! d)|tous les|la note (max|maximale)|une (bonne|excellente) note|cinq sur cinq)( ~)?(?<=points?|sur \\d{1,3}|note|max|maximum|maximale|/\\d{1,3}|cinq|vingt)',
    // The level of a grid, the best of notes, or a number «partout»: asked of whoever rates, not of the persona.
    `${RATE} (${LEVEL}( sur ${LEVEL})? (partout|(sur|dans|a|pour) (tous|toutes|chaque) (les |mes )?(criteres?|competences?|notes?|items?|axes?|rubriques?|categories?|niveaux)|(sur|a|pour) (tout|toutes|tous)(?= ?[.,!]|$| s'il))|(la |le |une |un |les |des )?((meilleure|maximale|plus haute|plus elevee)s? (note|notation|evaluation)s?|(meilleur|plus haut|maximum) (score|niveau)s?|meilleurs (scores|niveaux)|(note|notation|evaluation|score|niveau) (max|maxi|maximale?|maximum|parfaite?|5|cinq)(?! (e|eme|du|de la|de l'))))( ~)?`,
    `(note|notez|evalue|evaluez) (moi|nous) (au (maximum|max|plus haut)|${LEVEL} sur ${LEVEL})( ~)?`,
    '(tu es|vous etes) (maintenant|desormais) (un|une|mon|ma)( ~)?',
    '(desormais|a partir de maintenant),? (tu|vous) (es|etes|dois|devez|reponds|repondez) ~ (ia|assistant|robot|role|par|que|seulement|un|une)',
    "(comporte|comportez|conduis|conduisez) (toi|vous) (comme|en tant qu')( ~)? (ia|assistant|robot|humain|chatgpt|modele)",
    "(montre|revele|affiche|donne|repete|montrez|revelez|affichez|donnez|repetez)( |-)(moi )?(ton|tes|votre|vos) (prompt|consignes|instructions|directives|regles)(?! (de|du|des|d'))",
    '(change|changez) (de role|ton role|votre role)',
  ],
  asksIfAi: [
    "(vous etes|tu es|t'es|etes vous|es tu|est ce que (vous etes|tu es)|seriez vous) (bien |vraiment |en fait |reellement |juste |donc )?(une? |un vrai |une vraie |qu'une |qu'un |de vrai )?(ia|intelligence artificielle|robot|machine|bot|chatbot|chatgpt|humaine?|vraie personne|personne reelle|reelle?|etre humain|ordinateur|programme|logiciel|vrai)",
    "(je|on|c'est) (parle|suis|discute|est|suis en train de parler) (bien |vraiment |la )?(a|avec|en train de parler a) (un|une) (vraie? |veritable )?(humaine?|etre humain|vraie personne|personne|machine|robot|ia|intelligence artificielle|bot|ordinateur)",
    "(y a|il y a) (quelqu'un|un humain|une vraie personne) (derriere|de reel|au bout)( ~)?",
    "(c'est|c'etait) (une ia|un robot|une intelligence artificielle|une machine|un humain) (qui (parle|repond)|que j'ai|la)( ~)?",
  ],
  asksToRepeat: [
    "je (ne |n'ai )?(comprends pas|pas compris|vois pas) (bien )?(la|votre|ta) question",
    "(vous pouvez|tu peux|pouvez vous|peux tu|pourriez vous|pourrais tu|est ce que vous pouvez|est ce que tu peux|vous pourriez) (me |s'il vous plait )?(repeter|redire|reformuler|reposer|reprendre)( ~)?",
    "(je n'ai|j'ai) pas (bien )?(entendu|compris (la|votre|ta|le debut de la) question|saisi (la|votre|ta) question)( ~)?",
    "(repetez|repete|redites|reformulez)( moi)? (s'il (vous|te) plait|la question|votre question)",
    'vous (avez dit|disiez|dites) (quoi|combien)( deja)?(?! (a|au|aux|pour|sur|de|du|quand|hier|la bas) )',
    "c'est quoi (deja )?(la|votre|ta) question( deja)?",
    "(qu'avez vous dit|qu'est ce que vous avez dit|qu'est ce que vous disiez)( deja)?(?! (a|au|aux|pour|sur|de|du|quand|hier|la bas) )",
    'je (ne )?vous entends (pas|mal|tres mal)',
  ],
  asksToRepeatAlone: ["^(pardon|comment|quoi|hein|plait il|s'il vous plait)$"],
  distress: [
    "(je (veux|voudrais|souhaite)|j'ai (juste |tellement |vraiment )?envie de|je (ne )?pense qu'a|j'aimerais|je vais) (juste )?mourir(?! de (rire|faim|soif|honte|chaud|froid|curiosite))",
    'je (veux|voudrais|vais|peux) en finir(?! (avec (?!la vie|moi)|au plus|vite|rapidement|une fois|aujourd|ce soir|cette semaine|demain))',
    "j'ai envie d'en finir(?! avec (?!la vie|moi))",
    'en finir avec (la vie|ma vie|mes jours)',
    "(me|m'etre) suicider?",
    'mettre fin a (ma vie|mes jours)',
    "(j'ai des|mes) (idees|pensees|envies) (suicidaires|de suicide|de mort)",
    'je (pense|songe|pensais) (souvent |parfois |beaucoup )?au suicide',
    "je (veux|voudrais|vais) me (tuer|faire du mal|pendre|foutre en l'air)(?! (a la tache|au travail|au boulot|a ))",
    "j'ai envie de me (tuer|faire du mal|pendre|foutre en l'air)(?! (a la tache|au travail))",
    "(je n'ai|j'ai) plus (du tout )?envie de vivre(?! (ca|ici|la|avec|cette|ce|dans|a ))",
    'je (ne )?veux plus vivre(?! (ca|ici|la|avec|cette|ce|comme|dans|a |une|un))',
    'je (me )?(scarifie|mutile)',
    'je me fais du mal',
  ],
  foreignTopic: [
    '(il (fait|faisait) (beau|chaud|froid|gris|moche)|il (pleut|neige|pleuvait)|quel temps (fait|il)|la meteo|le beau temps|le soleil brille)( ~)?',
    '(match|coupe|equipe|club|joueur|finale) (de|du) (foot|football|rugby|tennis|monde|basket)',
    "(psg|ligue des champions|coupe du monde|l'om a|equipe de france|tour de france)",
    '(recette|cuisson|ingredients?) (de|du|des|pour) ~ (gateau|cake|crepes?|tarte|pates|quiche|mousse|pizza|poulet|cookies|lasagnes|chocolat|pommes)',
    '(gateau|tarte|mousse) (au|aux) (chocolat|pommes|fraises|citron|yaourt)',
    '(ecris|raconte|fais|compose|ecrivez|racontez) (moi )?(un poeme|une blague|une chanson|une histoire drole|une recette)',
    "(capitale|president) (de|du) (la |l')?(france|allemagne|espagne|italie|bresil|japon|australie|etats)[a-z ]{0,8}",
    '(mon|ton) horoscope|signe astro*',
    '(serie|film) ~ netflix',
    '(mon|notre|votre) (chat|chien|lapin) (a|est|mange|dort)( ~)?',
    '(avez vous|tu as|vous avez) (vu|regarde) (le match|le film|la serie)( ~)?',
  ],
  yesNo: set('oui non ouais nan si ok absolument exactement exact jamais peut-etre volontiers possible'),
  functionWords: set(`
      le la les l un une de des du et ou dans sur pour par avec que qui quoi dont ce cette ces mon ma mes votre vos notre nos je tu il elle nous vous ils elles me te se ne
      pas plus est sont suis etes etait avoir avez ai ont fait faire comment pourquoi quel quelle quand donc alors bien tres tout mais comme parce si sans chez c'est j'ai
      qu'il qu'on n'est d'un d'une l'on ca oui voila au aux en
    `),
};

const ADVERB =
  "(donc |ensuite |aussi |alors |d'abord |tout |bien |pu |du |immediatement |directement |personnellement |moi meme |vite |rapidement |meme |enfin |finalement |simplement |juste |tout de suite |en parallele |egalement ){0,3}";
/** Past participles as they sound and are written; states are taken out by `states`. */
const DONE = '([a-z]{2,16}(?:e|ee|es|ees|i|ie|is|it|u|ue|us|s|uit|ait|ert|ris|mis|eint|aint|oint)|lu|dit|mis)';

/** Verbs of thinking, being and wishing tell no act. */
const HABIT =
  '(?!(?:suis|sais|crois|pense|trouve|veux|voudrais|vais|peux|pourrais|comprends|vois|dirais|aime|aimerais|prefere|connais|souhaite|reste|me|ne|serai|serais|ferai|ferais|cherche|viens|vous|te|dois|devrais|doute|ressens|parle|leur|les|lui)(?![a-z]))';

export const structureFr: Lexicon['structure'] = {
  situation: [
    "a l'epoque",
    "(avant|auparavant|precedemment)( (ca|cela))?,? (j'etais|je travaillais|je faisais|je m'occupais|on etait|nous etions)( ~)?",
    'en (janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) derni(er|ere)',
    'a ce moment la',
    "(lorsque|quand) (j'etais|je travaillais|j'ai (commence|rejoint|integre|pris))",
    "(l'an|l'annee|le mois|la semaine|l'ete|l'hiver) derni(er|ere)",
    '(pendant|durant|lors de|au cours de) (mon|ma|mes|un|une|cette|ce) (stage|alternance|contrat|annee|premiere?|apprentissage|mission|saison|projet|licence|master|bts|dernier|derniere)',
    'dans (mon|ma) (ancien|ancienne|precedente?|derniere?|premiere?|entreprise|equipe|service|magasin|poste)( ~)?',
    'chez mon (ancien|precedent) employeur',
    'il y a (un |deux |trois |quatre |cinq |\\d{1,2} |quelques )?(ans?|mois|semaines?|jours)',
    "dans le cadre d(e|u|'un|'une)",
    'le contexte',
    'a mon arrivee',
    "j'etais (en |alors |encore |pas encore )?(responsable|charge|chargee|chef|cheffe|stagiaire|alternante?|assistante?|technicien|vendeu(r|se)|infirmi(er|ere)|commerciale?|referente?|developpeu(r|se)|manager|animat(eur|rice)|caissi(er|ere)|serveu(r|se))",
    "j'encadrais",
    "j'ai ete [a-z]{4,16}( (de|d'|en|du) [a-z]{3,14})? (pendant|dans|chez|durant)( ~)?",
    'en (19|20)\\d\\d',
    "(c'etait|on etait) (en|a|au|chez) (janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|l'|la|un|une)( ~)?",
    "j'ai fait (un|mon|une) (stage|alternance|service civique|saison|job d'ete|mission)( ~)?",
  ],
  setting: [
    '(un|une) (soir|matin|jour|vendredi|lundi|samedi|midi|nuit|fois)',
    'en (janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|ete|hiver)',
    'le (lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)',
    "je (tenais|travaillais|m'occupais|gerais|remplacais|servais|vendais)",
    'il y avait',
    "c'etait",
    'y avait',
    '(on|nous) (avait|avions|etait|etions)',
    '(un|une|le|la|notre|mon|ma|nos|les|des) [a-z]{3,14} (a|ont|est|etait|etaient|avait|avaient|voulait|voulaient|venait|refusait|menacait|manquait) ',
    'aux urgences',
    'en caisse',
    'sur (le|un) (site|chantier|quai|projet)',
    'la veille',
    '[a-z]{3,14}(ait|aient) (plus|pas|depuis)',
    '(parce que|car|qui) (un|une|le|la|les|son|sa|ses|mon|ma|notre) [a-z]{3,14} [a-z]{2,14}(ait|aient)',
    "(j'etais en|j'ai eu|pendant|lors de|dans) (un|mon|une|ma) (stage|alternance|service civique|job|petit boulot|contrat|mission|premier emploi|emploi)( ~)?",
    "parce qu'(il|elle|on) [a-z]{3,14}(ait|aient)",
    "(n'arriv|ne pouv|ne trouv|ne compren|ne sav|n'av)(ait|aient) (pas|plus|rien)( ~)?",
    "(un|une) [a-z]{3,14}( [a-z]{3,12})? (m'a|n'a|n'arrivait|voulait|cherchait|attendait|venait|est venue?|est arrivee?)( ~)?",
    '(un|une|mon|ma|notre|le|la) [a-z]{3,14} (etait|avait) (furieu|enerve|perdu|en (colere|retard|panne)|fache|bloque|decu)[a-z]*',
  ],
  scene: [
    // The blank after «la» keeps «Laurent» and «María» out: whoever a story is about, its scene reads the same.
    "((le|la|les|un|une|des|notre|nos|mon|ma|mes|son|sa|ses|ce|cette|ces|chaque|tout|toute) |l')[a-z]{3,16}( [a-z]{2,14}){0,3} (ne |n'|me |m'|se |s'|nous |y )?(?!fait)[a-z]{2,14}(ait|aient)",
    '(on|nous|ils|elles|il|elle|personne|qui|les gens) (ne |n.|me |m.|se |s.|y |en |nous )?(?!fait)[a-z]{1,14}(ait|aient|ions)',
    "(((le|la|les|un|une|des|notre|nos|mon|ma|mes) |l')[a-z]{3,16}( [a-z]{2,14}){0,2}|personne) (n'a|n'ont|n'est|ne sont|n'avait|n'avaient) (pas |plus |jamais |rien )?(livre|prevenu|repondu|dit|fait|venu|arrive|vu|signe|paye|marche|fonctionne|recu|envoye|prevu|voulu|pu)[a-z]*",
    "(un|une|le|la|les|des|notre|mon|ma|l'un|deux|trois) [a-z]{3,16}( [a-z]{2,14}){0,3} (m'|nous |s')?(est|a|ont|sont) (pas |plus |fait |ete )?(tombee?s?|arrivee?s?|partie?s?|venue?s?|refusee?|appelee?|perdue?|casse|plante|demissionne|annule|plainte?|annonce|bloque|signale|menace|crie|quitte|explose|fait un malaise|tombe)",
  ],
  task: [
    "((mon|ma|le|la|notre) |l')[a-z]{3,14}( [a-z]{3,14})? (m'|nous )(a|avait|ont|avaient) (laissee?s?|confie|demande|chargee?s?|nommee?s?|envoyee?s?|donne|propose de)( ~)?",
    "(on|ils) m'(a|avait|ont|avaient) (laissee?|confie|demande|chargee?|nommee?|envoyee?|mise?|donne|propose de)( ~)?",
    "c'etait a (moi|nous) (de|d')( ~)?",
    'il (fallait|a fallu|faut) (que|absolument|tout|pas|reagir|trouver|tenir|livrer|assurer)( ~)?',
    '(il me restait|j.avais) (\\d{1,3}|un|une|deux|trois|quatre|cinq|six|dix|quinze|vingt|trente) [a-z]{3,10} pour( ~)?',
    "mon (objectif|role|but|defi|travail|boulot|job)(,? c'etait| etait| consistait)",
    "ma (mission|responsabilite|tache)(,? c'etait| etait| consistait)?",
    "(l'objectif|le but|l'enjeu|le defi|l'idee)(,? c'etait| etait|,? c'est (que|de|d'))",
    '(je|on|nous) (dev(ais|ait|ions))',
    'il (me |nous )?(fallait|a fallu)',
    "on m(e|'a|'avait) (avait )?(demande|confie|chargee?|demandait)",
    "(j'etais|j'ai ete) (chargee?|responsable) (de|du|des|d')",
    "(le probleme|la difficulte|le sujet)(,? c'etait| etait)",
    "j'avais ~ pour (mission|objectif|faire|livrer|former|tout)",
    "(mon|ma) (chef|cheffe|manager|manageuse|responsable|directeur|directrice|tuteur|tutrice) (m'a|m'avait|voulait) (demande|confie|que)[a-z]*",
  ],
  aside:
    /^(?:,? (?:de|d'|en|a|mon|ma|mes|un|une|deux|trois|des|le|la|les|l'|votre|vos|cet|cette|pour|toutes?|bien|\\d)){0,3} ?(?:stages?|etudes?|formation|licence|master|bts|bac|but|dut|cap|alternance|ecole|diplome|permis|prepa|entretien|candidature|cv|annonce|offre|site|rendez vous|rendez-vous|poste|parcours|entreprise|fiche)(?![a-z])/,
  object:
    /^,? (?:d'?e? ?[a-z]{2,14}(?:er|ir|re) )?(?:en place |en oeuvre |tout |toutes? )?(?:le|la|les|l'|un|une|des|du|de la|nos|notre|chaque|leurs?|son|sa|ses|deux|trois|quatre|cinq|six|dix|\\d)(?![a-z])/,
  ownAction: [
    `j'(en |y )?ai ${ADVERB}(?!pas |jamais |rien |eu |ete )${DONE}`,
    `je (l'|les |lui |leur |m'en |me l'|vous |t')ai ${ADVERB}(?!pas |jamais |rien )${DONE}`,
    `je (me )?suis ${ADVERB}(allee?|partie?|passee?|intervenue?|montee?|descendue?|retournee?|occupee?|chargee?|rapprochee?|mise?|deplacee?|formee?|appuyee?|assuree?|assise?|restee? (calme|polie?|zen|posee?|ferme|courtoise?|patiente?|concentree?|a l'ecoute|avec|aupres|jusqu'))`,
    "c'est moi qui ai [a-z]{3,14}",
    "c'est moi qui (gere|fais|prepare|ouvre|ferme|tiens|range|forme|verifie|organise|anime|accueille|encaisse|entraine|coupe|sers|cuisine|conduis|reponds)",
    // Two acts in a row in the present tell what one does every time: «je coupe, je pèse, je rends la monnaie».
    `je ${HABIT}[a-z]{3,12}( [a-z']{2,12}){0,3},? (et |puis |ensuite )?je ${HABIT}[a-z]{3,12}(?! (que|qu))`,
    "j'(arbitre|encadre|accueille|encaisse|organise|anime|entretiens|installe|assemble|entraine|approvisionne|ouvre|aide) (le|la|les|l'|des|un|une|mes|aux)",
    'je suis venue? (aux?|a (la|votre|une|deux)|visiter|observer|voir)',
    'je (comparais|relancais|appelais|notais|verifiais|formais|preparais|animais)',
  ],
  sharedAction: [`(nous avons|on a|on avait|nous avions) ${ADVERB}(?!pas |jamais |rien |eu |ete )${DONE}`, `(on s'est|nous nous sommes) ${ADVERB}${DONE}`],
  states: set(`
      eu ete aime aimee voulu pense cru su connu grandi etudie travaille appris compris retenu perdu reussi gagne atteint depasse obtenu entendu vu lu recu ici aussi
      une telle cette envie besoin peur senti ressenti trouve vecu prefere hesite dit passe toujours
    `),
  acted:
    /^(?:(?:lu|vu|entendu|appris|choisi) ?(?:(?:le|la|les|un|une|des|tout|toute|toutes|vos|votre|mes|deux|trois) (?!jour|mois|moment|annee)|l')|dit (?:a |au |aux )(?!moi)|trouve (?:un|une|des|le|la) [a-z]|travaille (?:sur|avec|la nuit)|choisi d|reste)/,
  result: [
    "(ca|cela|tout) (a (bien |enfin |finalement |tout de suite |vite )?(marche|fonctionne|paye|tenu|suffi|reussi)(?! (un peu|assez|a peu pres|plus ou moins|a moitie))|(est|etait) (reparti|rentre dans l'ordre|revenu a la normale))( ~)?",
    "(c'est|c'etait) (reparti|rentre dans l'ordre|revenu a la normale|regle)( ~)?",
    '(on a|nous avons) (eu|obtenu) (un |une )?(\\d{1,2}(?= ?[.,;!]|$| sur| je | a | au| en)|mention|felicitations)',
    "(ont|a|avons|ai) (baisse|augmente|diminue|progresse|chute) (de|d')( ~)?",
    '(est|sont|on est) passee?s? de( ~)?',
    'finalement',
    '(a la fin|en fin de compte|pour finir|resultat des courses)',
    "j'ai (obtenu|decroche|negocie|remporte|vendu|signe|reduit|augmente|diminue|double|triple|economise|gagne|fait (baisser|monter|passer|gagner|economiser))( ~)?",
    '(plus (une seule|un seul|aucune?)|zero) (perte|incident|retard|reclamation|plainte|erreur|accident|panne|absence)s?',
    "(le )?resultats?(,|( )?:(?= (j'|je|on|nous|le|la|les|il|elle|ils|plus|zero|\\d|[a-z]+ \\d))| a| est| c'est| etait| final|$)",
    'au (final|bout du compte)',
    "a l'arrivee",
    'en consequence',
    'grace a (ca|cela|cette|ce|cet)',
    "(ca|cela|ce qui) (a|nous a|m'a|leur a) permis",
    '(a|ont|avons|ai|avait|est|sont|on est) (augmente|diminue|baisse|progresse|reduit|gagne|double|triple|economise|atteint|depasse|signe|renouvele|(passee?s?|tombee?s?|montee?s?|descendue?s?) (a|de|sous|sur))( ~)?',
    '(le|la) (client|cliente) (a (signe|renouvele|remercie|ete satisfait)|est (restee?|repartie?|revenue?))',
    "(on a|nous avons|j'ai) (livre|gagne|signe|reussi|termine|fini|obtenu|atteint|depasse|economise|reduit)( ~)?",
    '(est|sont) (repartie?|revenue?|restee?)s? (avec|content|satisf)[a-z]*',
    'soit \\d{1,4} ?(%|fois|euros)',
    'soit [a-z ]{3,24}(pour cent|fois)',
    "j'ai eu (\\d{1,2}(?= ?[.,;!]|$| sur)|la moyenne|une mention|le poste|l'examen)",
    '(sans|pas) (un|une|aucun|aucune)( seule?)? (blesse|perte|incident|retard|reclamation|plainte|erreur|accident|panne|absence)e?s?',
    "l'annee d'apres",
    "(ca|cela|c'est) (ne s'est|s'est|n'est|n'a) (plus|jamais|pas) (reproduit|arrive|recommence)( ~)?",
  ],
  outcome: [
    "(il|elle|ils|elles|on|ca|cela|qui|personne|l'[a-z]{3,14}|le [a-z]{3,14}|la [a-z]{3,14}|les [a-z]{3,14}) (nous |m'|l'|les |lui |en |y |n')?(a|ont|est|sont|etait|etaient|avait|avaient) (tout |bien |ete |meme |enfin |tous )?[a-z]{3,16}",
    '[a-z]{3,12} (jours|semaines|mois|ans|heures) plus tard',
    "au bout d(e |')[a-z]{2,12}",
    'en moins de [a-z]{2,12}',
    'le lendemain',
    'depuis',
    'apres ca allait mieux',
  ],
  hypothetical: ["(je |j'|on |nous )(me |m'|le |la |lui |leur |y |les )?[a-z]{2,14}(rais|rait|rions)"],
};
