/** What is read aloud where the pattern is written. An empty string is passed over in silence. */
export type Rule = readonly [pattern: RegExp, say: string | ((found: string, ...groups: string[]) => string)];
