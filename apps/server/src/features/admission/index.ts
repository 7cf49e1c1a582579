export { askForPlace, type Waiting } from './ask-for-place.ts';
export { Places } from './places.ts';
