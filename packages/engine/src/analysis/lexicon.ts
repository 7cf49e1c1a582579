/**
 * What a language must bring. Every list holds phrases in the notation of `phrases.ts`, over folded text. The words were
 * collected by hand from conversations written for this project, in both languages; none is copied from a published lexicon.
 */
type Phrases = readonly string[];

export interface Lexicon {
  /** Words that carry no content of their own. */
  stop: ReadonlySet<string>;
  /** Endings taken off before two words are compared, longest first. */
  endings: readonly string[];
  negation: Phrases;
  /** Says the same as a negation: «du mal à», "hard to". Two texts that differ only by one of these do not contradict each other. */
  difficulty: Phrases;
  questions: {
    open: Phrases;
    /** Opens a sentence that ends with a question mark. */
    openHead: Phrases;
    /** Closes one: «…, et vous ?» */
    openTail: Phrases;
    /** Asks for a fact or a yes. */
    closed: Phrases;
    /** Asks for a fact or a yes in the form of a statement: «je me demandais si vous…». */
    closedIndirect: Phrases;
    /** Puts the answer in the mouth of the other. */
    leading: Phrases;
    /** A reproach in the shape of a question. */
    accusing: Phrases;
    /** Words before a question word that make it a subordinate clause. */
    indirect: RegExp;
    /** Verb and subject swapped: a yes or a no is asked for, whatever question words come after. */
    inverted: RegExp;
    /** Asks for a number, whatever it begins with. */
    scale: Phrases;
    /** A sentence that begins so has the form of a question, whatever mark it ends with. */
    frame: RegExp;
    /** What tells the other to speak: a number after it is theirs to fill. */
    orders: RegExp;
    /** A statement is also the everyday question, as in French: then it gives something back only with a sign that it does. */
    statementsAsk: boolean;
  };
  uptake: {
    formula: Phrases;
    opener: Phrases;
    stake: Phrases;
    consequence: Phrases;
    feeling: Phrases;
    firstPerson: Phrases;
    secondPerson: Phrases;
    /** After an opener: a question begins, not a check. */
    asking: RegExp;
    acknowledgement: Phrases;
    /** Ready-made sentences that fit anyone. */
    formulaic: Phrases;
    /** «Je comprends» and nothing after it. */
    bare: Phrases;
    but: Phrases;
    dismissal: Phrases;
    /** Soothes and settles nothing: «ne vous inquiétez pas». After «je comprends…, mais» it empties what stands before. */
    soothing: Phrases;
    /** Makes little of what the other lives, with or without «mais» before it. */
    minimising: Phrases;
  };
  statements: {
    /** What ties a sentence to the one before, however many such words there are: «d'accord, donc en fait». */
    lead: RegExp;
    /** Among them, what announces a conclusion from what was heard. */
    concludes: RegExp;
    /** The rest then begins with the other person, and neither advises nor promises. */
    aboutThem: RegExp;
    /** «Votre interlocuteur, c'est moi»: begins with something of theirs. */
    theirs: RegExp;
    /** «Vous payez», "you get": says of them what the learner offers, unless it is in their words. */
    benefit: RegExp;
    /** Gives back how the other thinks, wants or feels, in whatever words. */
    mirrors: Phrases;
    /** "So it's hard": says how something is for them, after a conclusion. */
    hardOnThem: Phrases;
    /** Begins a statement about things or people in general. */
    generic: RegExp;
    /** Says what may, must or will be. */
    modal: Phrases;
    /** Begins what the learner knows or has. */
    knows: RegExp;
    /** Begins what the other is told to do. */
    directs: RegExp;
  };
  manners: {
    apology: Phrases;
    ownership: Phrases;
    thanks: Phrases;
    notThanks: RegExp;
    greeting: Phrases;
    wrapsUp: Phrases;
    wrapsUpAtEnd: Phrases;
  };
  substance: {
    information: Phrases;
    advice: Phrases;
    example: Phrases;
    guarantee: Phrases;
    commitment: Phrases;
    /** Commits only with a date beside it: «on livre jeudi». */
    commitmentIfDated: Phrases;
    conditional: RegExp;
    concession: Phrases;
    limit: Phrases;
    /** «En sortant», "on my way out": says when as a date would. */
    inPassing: Phrases;
    /** «Aujourd'hui» is a date in a promise and a mere connector elsewhere. */
    dateInPromise: Phrases;
  };
  closedDoors: {
    justification: Phrases;
    evasion: Phrases;
    blame: Phrases;
    contempt: Phrases;
    vague: Phrases;
    /** What everybody says of themselves: vague whatever number stands beside it. */
    slogan: Phrases;
    /** What fills a turn and commits to nothing: one may slip into any sentence, two without a figure or a date say nothing. */
    jargon: Phrases;
    /** Says that it was said before. */
    again: Phrases;
    /** A time so far off that it dates nothing. */
    someday: Phrases;
    /** General words that are vague only in a promise. */
    vagueInPromise: Phrases;
    promise: Phrases;
  };
  frame: {
    insult: Phrases;
    reported: RegExp;
    outOfRole: Phrases;
    instructs: Phrases;
    asksIfAi: Phrases;
    asksToRepeat: Phrases;
    asksToRepeatAlone: Phrases;
    distress: Phrases;
    foreignTopic: Phrases;
    yesNo: ReadonlySet<string>;
    functionWords: ReadonlySet<string>;
  };
  structure: {
    situation: Phrases;
    /** Counts half: it sets a scene only together with something else. */
    setting: Phrases;
    /** Somebody else or something in the past tense of states: a scene when it stands before the first act. */
    scene: Phrases;
    task: Phrases;
    /** After an act: studies, or this interview itself, which is no act of the story that is told. */
    aside: RegExp;
    /** After an act of the group: what it was done to. «On a planifié, on a codé» says nothing yet. */
    object: RegExp;
    ownAction: Phrases;
    sharedAction: Phrases;
    /** Participles that tell a state and no action. */
    states: ReadonlySet<string>;
    /** From such a participle on: what it was done to, or how, makes it an act after all. */
    acted: RegExp;
    result: Phrases;
    /** A change of state told by a third person, in the second half of an answer. */
    outcome: Phrases;
    hypothetical: Phrases;
  };
}
