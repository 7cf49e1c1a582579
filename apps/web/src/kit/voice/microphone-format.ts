/**
 * As the contract has them (a test holds them to it). They stand here as well, since the contract brings a schema library,
 * eighty kilobytes of which the sound thread would compile before it hears anything.
 */
export const microphoneRate = 16_000;
export const packetMs = 20;
