/** Where a number below is ours it was chosen on conversations written for this project or on two thirds of AnnoMI's development part; none of them is a published norm. */

/** Words after which a turn is a monologue when the persona does not say when it interrupts: about 75 s at the 174 words a minute measured in French interviews. */
export const LONG_TURN_WORDS = 220;
/** A turn of one or two words can bring something («vendredi midi»); it is short when nothing else was found in it. */
export const SHORT_TURN_WORDS = 2;
/** Below that a topic cannot be told. */
export const OFF_TOPIC_WORDS = 6;
/** Below that a borrowed phrase («business as usual») looks like another language. */
export const OTHER_LANGUAGE_WORDS = 4;
/** Share of the words that are function words of the other language, and of the session's. */
export const OTHER_LANGUAGE_SHARE = 0.34;
export const OWN_LANGUAGE_SHARE = 0.12;
/** A line this long without a stop and with fewer function words than this is a list of keywords, not something said. */
export const PASTED_WORDS = 5;
export const PASTED_SHARE = 0.15;
/** Share of letters in words nobody could read aloud. */
export const MASHED_SHARE = 0.6;
/** Words two turns share, over the words of both, and the fewest words that make a copy worth noticing. */
export const COPY_SHARE = 0.8;
export const COPY_WORDS = 5;
/** How many turns back a copy is looked for: reading every turn again at every turn would make a long conversation slower and slower. */
export const COPY_TURNS = 30;
/** A sentence longer than this came from a recogniser without punctuation: it is read through a window around each find. */
export const SENTENCE_WORDS = 40;
export const WINDOW_WORDS = { before: 6, after: 20 };
/** Content words a clause must share with what the persona said: with a formula («si je comprends bien»), after a mere «donc», or as an echo. */
export const SHARED_WITH_FORMULA = 1;
export const SHARED_WITH_OPENER = 2;
export const SHARED_IN_ECHO = 3;
/** «Donc vous…» in a short sentence checks what was understood; in a long one it is on its way elsewhere. */
export const CHECK_WORDS = 20;
/** An echo is made mostly of the other's words. */
export const ECHO_SHARE = 0.5;
/** «Donc c'est lourd»: longer than that, a conclusion about things is the learner's own. */
export const MIRROR_WORDS = 16;
/** «Toujours pas prêt.»: an echo this short needs no formula, if all of it is the other's. */
export const SHORT_ECHO_WORDS = 6;
/** A statement shorter than this carries no information of its own. */
export const INFORMATION_WORDS = 6;
/** A turn shorter than that answers or gives back; without a cue it is not taken to inform. */
export const TELLING_WORDS = 12;
/** In a turn this long general statements inform; in a shorter one from so many words on, or with «peut», "will", "if". */
export const LONG_TELLING_WORDS = 30;
export const GENERAL_WORDS = 12;
/** In a turn this short one ready-made word («une démarche d'amélioration continue») is all there is, unless a figure or a date stands beside it. */
export const JARGON_WORDS = 25;
/** So many words in a row without one that ties them are keywords, even inside a sentence; and so many where commas part them. */
export const KEYWORDS_IN_ROW = 8;
