import { type Face, OUTLINES } from '../face.ts';
import { circle, fill, stroke } from '../shape.ts';
import { drawCurls } from './curls.ts';

const TINT = { base: '#EBDDE7', deep: '#DAC3D5', light: '#F6EEF4' };
const SKIN = { base: '#94603F', shade: '#784A2E', deep: '#4C2B19' };
const HAIR = '#463D38';

/** The edge of a close crop, from one temple over the crown to the other. */
const EDGE = [
  [160, 204],
  [156, 184],
  [156, 164],
  [160, 144],
  [168, 126],
  [180, 110],
  [196, 98],
  [214, 90],
  [234, 86],
  [254, 87],
  [274, 92],
  [292, 102],
  [306, 115],
  [316, 131],
  [322, 149],
  [324, 168],
  [323, 187],
  [320, 205],
] as const;

const HAIRLINE = [
  [172, 178],
  [178, 158],
  [190, 143],
  [206, 134],
  [224, 130],
  [242, 129],
  [260, 131],
  [277, 136],
  [292, 146],
  [302, 160],
  [308, 178],
] as const;

/** A sales director of forty-nine: a close crop of curls gone grey at the front, gold hoops, a coral jacket over a cream top. */
export const KAREN: Face = {
  tint: TINT,
  skin: SKIN,
  lips: { upper: '#7E3838', lower: '#A04E49', line: '#4E1F1F', full: true, width: 27, smile: 0.5 },
  eyes: { iris: '#3A2417', lash: '#160D0A', lined: true, lid: 0.95, tired: false },
  brows: { color: '#2A1C16', thickness: 6, frown: 0.02 },
  nose: 4,
  outline: OUTLINES.oval,
  earsHidden: false,
  tilt: 2,
  turn: -0.3,
  mirrored: false,
  behind: [],
  headBack: [
    fill('M156 214C146 150 172 88 240 86C308 88 334 150 324 214C322 226 318 234 314 238L166 238C160 234 158 226 156 214Z', '#332C29'),
    ...drawCurls(11, EDGE, 11, 14, '#544B46'),
  ],
  body: [
    fill('M48 560C52 478 82 442 130 422C160 410 184 402 196 390L284 390C296 402 320 410 350 422C398 442 428 478 432 560Z', '#CF5F4C'),
    fill('M334 416L350 422C398 442 428 478 432 560L362 560C366 502 354 450 334 416Z', '#B54E3E'),
    fill('M196 382C186 398 184 412 186 430L214 560L266 560L294 430C296 412 294 398 284 382L280 368L200 368Z', '#F7EFE2'),
    fill('M198 382C206 412 222 436 240 446C258 436 274 412 282 382L280 366L200 366Z', SKIN.base),
    stroke('M196 390C204 418 220 444 240 454C260 444 276 418 284 390', '#DFD2BF', 3.4),
    stroke('M208 404C218 422 230 430 240 432C250 430 262 422 272 404', '#E0B860', 2, 0.95),
    // A collarless jacket with a wide edge.
    fill('M192 384C174 394 160 404 150 412C160 470 182 524 214 560L236 560C212 508 194 446 192 384Z', '#DC7460'),
    fill('M288 384C306 394 320 404 330 412C320 470 298 524 266 560L244 560C268 508 286 446 288 384Z', '#D56A57'),
    stroke('M150 412C160 470 182 524 214 560M330 412C320 470 298 524 266 560', '#8F392C', 2.4, 0.45),
    stroke('M108 560C110 524 114 500 122 478M372 560C370 524 366 500 358 476', '#8F392C', 2.6, 0.6),
    stroke('M300 470L326 462', '#F3D9A6', 4.5),
    circle(313, 466, 4.5, '#E0B860'),
  ],
  onSkin: [],
  beard: [],
  marks: [
    // The lines of somebody who laughs often.
    stroke('M211 279C205 286 203 291 202 297M269 279C275 286 277 291 278 297', SKIN.deep, 2.2, 0.45),
    stroke('M180 230C176 233 173 236 171 240M301 230C305 233 308 236 310 240', SKIN.deep, 1.8, 0.4),
    stroke('M212 172C231 168 249 168 268 172', SKIN.deep, 1.7, 0.26),
  ],
  hair: [
    ...drawCurls(23, HAIRLINE, 9, 12, HAIR),
    fill(
      'M158 210C148 160 166 104 222 90C262 82 306 98 320 138C330 162 328 190 322 210C318 196 314 184 308 172C300 154 288 142 270 136C252 130 230 129 212 134C194 140 182 154 174 172C168 184 162 196 158 210Z',
      HAIR,
    ),
    // Curls caught by the light, greyer over the forehead.
    stroke(
      'M166 180a6 5 20 1 1 10 3M172 156a6 5 80 1 1 9 -2M184 138a6 5 10 1 1 11 1M180 118a6 5 60 1 1 10 -3M200 106a6 5 20 1 1 11 2M222 98a6 5 70 1 1 10 -1M246 98a6 5 10 1 1 11 2M270 104a6 5 40 1 1 10 1M292 118a6 5 80 1 1 9 3M306 136a6 5 20 1 1 8 6M310 160a6 5 60 1 1 7 5M312 184a6 5 10 1 1 6 6',
      '#7B716A',
      2.6,
      0.8,
    ),
    stroke(
      'M200 128a6 5 30 1 1 11 1M220 120a6 5 80 1 1 10 -2M240 122a6 5 10 1 1 11 1M260 122a6 5 50 1 1 10 2M280 132a6 5 20 1 1 9 4M210 112a6 5 60 1 1 10 0M234 110a6 5 20 1 1 10 -1M256 112a6 5 70 1 1 10 2M190 148a5 4 20 1 1 8 -1M296 148a5 4 40 1 1 7 4',
      '#C9C2BB',
      2.6,
      0.85,
    ),
    stroke('M151 258a9 12 0 1 0 6 0', '#E0B860', 3),
    stroke('M323 258a9 12 0 1 0 6 0', '#C99A48', 3),
  ],
  scene: [
    { tag: 'rect', attrs: { width: 480, height: 560, fill: TINT.base } },
    // A bright window over a low skyline.
    fill('M24 0H212V330H24ZM268 0H456V330H268Z', TINT.light),
    fill('M24 330V236H60V196H92V330ZM100 330V216H140V256H176V330ZM268 330V250H306V182H340V330ZM348 330V222H398V266H456V330Z', TINT.deep, 0.75),
    fill('M0 330H480V344H0Z', TINT.deep),
    circle(84, 96, 34, '#FFFFFF', 0.7),
  ],
};
