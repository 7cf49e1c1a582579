import { type Face, OUTLINES } from '../face.ts';
import { circle, fill, stroke } from '../shape.ts';
import { crownPoints, drawCurls, drawSpirals } from './curls.ts';

const TINT = { base: '#F1E1CF', deep: '#E6CBAE', light: '#F9EFE3' };
const SKIN = { base: '#B97F5B', shade: '#9C6544', deep: '#71432B' };
const HAIR = '#2B1B16';

const HAIRLINE = [
  [166, 216],
  [160, 240],
  [162, 192],
  [170, 168],
  [182, 148],
  [200, 132],
  [222, 122],
  [244, 118],
  [266, 124],
  [288, 136],
  [302, 152],
  [313, 170],
  [319, 192],
  [321, 216],
  [322, 240],
  [156, 264],
  [324, 264],
  [158, 288],
  [322, 288],
] as const;

/** A recruiter in her thirties: loose curls, a navy jacket, a thin chain. */
export const CLAIRE: Face = {
  tint: TINT,
  skin: SKIN,
  lips: { upper: '#8E423F', lower: '#A9554E', line: '#5E2626', full: true, width: 26, smile: 0.6 },
  eyes: { iris: '#4A2E1E', lash: '#1B110E', lined: true, lid: 1, tired: false },
  brows: { color: '#2A1A14', thickness: 6.2, frown: 0 },
  nose: 3,
  outline: OUTLINES.oval,
  earsHidden: true,
  tilt: 2.5,
  turn: 0.25,
  mirrored: false,
  behind: [
    fill('M240 96C160 96 124 160 126 240C124 310 150 372 190 384L290 384C330 372 356 310 354 240C356 160 320 96 240 96Z', HAIR),
    ...drawCurls(7, crownPoints(), 17, 25, HAIR),
  ],
  headBack: [],
  body: [
    fill('M56 560C60 478 86 440 132 420C160 408 182 402 194 390L286 390C298 402 320 408 348 420C394 440 420 478 424 560Z', '#27376A'),
    fill('M334 414L348 420C394 440 420 478 424 560L358 560C362 500 352 446 334 414Z', '#1E2B56'),
    fill('M196 386C204 430 224 470 240 500C256 470 276 430 284 386L278 370L202 370Z', SKIN.base),
    fill('M190 394C186 410 190 430 200 452L240 528L280 452C290 430 294 410 290 394C284 426 262 458 240 482C218 458 196 426 190 394Z', '#F6EEE1'),
    fill('M186 392C170 402 156 410 150 418L170 462L158 474L214 560L240 560L240 530C216 492 192 446 186 392Z', '#31447F'),
    fill('M294 392C310 402 324 410 330 418L310 462L322 474L266 560L240 560L240 530C264 492 288 446 294 392Z', '#2A3B72'),
    stroke('M112 560C114 524 118 500 126 478M368 560C366 524 362 500 354 478', '#18234A', 2.6, 0.6),
    stroke('M205 404C216 428 230 440 240 444C250 440 264 428 275 404', '#E2B566', 1.8, 0.9),
    circle(240, 446, 3.6, '#E2B566'),
  ],
  onSkin: [],
  beard: [],
  marks: [
    circle(168, 282, 5, '#E2B566'),
    circle(313, 282, 5, '#C99A48'),
    stroke('M212 278C207 284 205 288 204 293M268 278C273 284 275 288 276 293', SKIN.deep, 2.2, 0.38),
  ],
  hair: [
    ...drawCurls(19, HAIRLINE, 13, 19, HAIR),
    fill('M160 210C150 150 180 96 240 94C300 96 330 150 320 210C312 176 292 150 262 138C246 132 226 132 210 140C186 152 168 178 160 210Z', HAIR),
    drawSpirals(31, '#6A4333'),
  ],
  scene: [
    { tag: 'rect', attrs: { width: 480, height: 560, fill: TINT.base } },
    fill('M70 560V250A170 170 0 0 1 410 250V560Z', TINT.deep, 0.7),
    circle(86, 92, 40, TINT.light),
  ],
};
