import { type Face, OUTLINES } from '../face.ts';
import { circle, fill, stroke } from '../shape.ts';

const TINT = { base: '#DEEAC9', deep: '#C5D7A6', light: '#F0F5E5' };
const SKIN = { base: '#D6A379', shade: '#BA8157', deep: '#875232' };
const HAIR = '#33211A';
const FRAME = '#5B3A2C';

/** A lead engineer of thirty-eight: hair parted in the middle and wound into a low knot, thin round glasses, a plain brick-red pullover. */
export const NADIA: Face = {
  tint: TINT,
  skin: SKIN,
  lips: { upper: '#93504A', lower: '#AE6A5F', line: '#662F2B', full: true, width: 24, smile: 0.25 },
  eyes: { iris: '#4B3320', lash: '#1D1310', lined: true, lid: 0.95, tired: false },
  brows: { color: '#2E1E17', thickness: 6.6, frown: 0.08 },
  nose: 2,
  outline: OUTLINES.oval,
  earsHidden: false,
  tilt: -2.5,
  turn: 0.3,
  mirrored: false,
  behind: [
    // The knot sits low and to one side, under the ear, with a pencil through it.
    stroke('M290 352L366 262', '#C99A3E', 6),
    stroke('M360 269L366 262', '#4A3A30', 6),
    fill('M288 270C304 250 340 252 352 276C364 302 350 334 322 340C298 344 276 306 288 270Z', '#281913'),
    stroke('M300 276C322 262 344 276 344 298C342 316 326 324 312 314M296 300C300 320 318 332 336 322M318 284C330 286 334 298 326 306', '#5F4436', 2.8, 0.75),
    stroke('M346 268C364 288 358 330 326 338', '#94806F', 2.2, 0.5),
  ],
  headBack: [fill('M156 222C144 150 172 84 240 82C308 84 336 150 324 222C328 240 330 262 322 284L300 262L170 262C160 250 157 238 156 222Z', '#281913')],
  body: [
    fill('M50 560C54 478 84 444 132 426C162 414 184 404 196 392L284 392C296 404 318 414 348 426C396 444 426 478 430 560Z', '#A5533C'),
    fill('M334 420L348 426C396 444 426 478 430 560L362 560C366 504 354 452 334 420Z', '#8B4331'),
    fill('M198 376C206 400 220 414 240 414C260 414 274 400 282 376L280 366L200 366Z', SKIN.base),
    // A ribbed round collar.
    fill('M188 380C196 414 216 430 240 430C264 430 284 414 292 380L282 372C276 398 260 410 240 410C220 410 204 398 198 372Z', '#934834'),
    stroke(
      'M203 407L211 399M212 416L219 407M223 423L228 413M234 427L236 415M246 427L244 415M257 423L252 413M268 416L261 407M277 407L269 399',
      '#7A3827',
      2.4,
      0.6,
    ),
    stroke('M196 412C206 430 220 439 240 439C260 439 274 430 284 412', '#7A3827', 2.2, 0.5),
    // Knit: seams from the collar to the arms, and the sleeves.
    stroke('M184 402C164 430 146 470 138 520M296 402C316 430 334 470 342 520', '#7A3827', 2.4, 0.5),
    stroke('M112 560C114 528 118 504 126 484M368 560C366 528 362 504 354 484', '#7A3827', 2.8, 0.6),
    stroke(
      'M206 452L212 460L218 452M230 452L236 460L242 452M254 452L260 460L266 452M194 482L200 490L206 482M218 482L224 490L230 482M242 482L248 490L254 482M266 482L272 490L278 482M206 512L212 520L218 512M230 512L236 520L242 512M254 512L260 520L266 512M194 540L200 548L206 540M218 540L224 548L230 540M242 540L248 548L254 540M266 540L272 548L278 540',
      '#7A3827',
      2,
      0.32,
    ),
  ],
  onSkin: [],
  beard: [],
  marks: [
    stroke('M214 281C210 286 208 290 208 294M266 281C270 286 272 290 272 294', SKIN.deep, 2, 0.3),
    circle(286, 288, 1.9, SKIN.deep, 0.7),
    // Thin round glasses; the glass is a breath of white.
    circle(204, 226, 27, '#FFFFFF', 0.09),
    circle(275, 226, 27, '#FFFFFF', 0.09),
    stroke('M177 226A27 27 0 1 1 231 226A27 27 0 1 1 177 226ZM248 226A27 27 0 1 1 302 226A27 27 0 1 1 248 226ZM231 222C236 216 243 216 248 222', FRAME, 2.6),
    stroke('M177 222L162 216M302 222L317 216', FRAME, 2.4),
  ],
  hair: [
    // Two wings from the parting, smoothed back over the tops of the ears.
    fill(
      'M244 118C226 124 200 136 184 158C172 176 170 196 166 222C162 230 156 232 152 226C144 178 152 124 188 98C222 74 268 76 296 100C328 124 336 178 328 226C324 232 318 230 314 222C312 196 308 176 298 160C284 138 262 124 244 118Z',
      HAIR,
    ),
    stroke(
      'M240 110C214 116 188 134 174 162M238 100C208 106 176 128 163 168M232 92C202 98 170 124 157 176M160 188C156 202 156 214 157 222',
      '#5F4436',
      2.8,
      0.7,
    ),
    stroke(
      'M250 110C276 118 296 136 306 162M254 100C284 108 308 130 316 168M260 92C288 100 316 126 324 176M322 190C325 204 325 214 324 222',
      '#5F4436',
      2.8,
      0.7,
    ),
    stroke('M244 118C243 104 243 92 245 82', '#1E120D', 2.4, 0.65),
    // The light draws the edge of dark hair, which a dark wall would swallow.
    stroke('M150 196C148 146 170 104 214 86M266 86C312 102 334 146 331 198', '#94806F', 2.2, 0.5),
  ],
  scene: [
    { tag: 'rect', attrs: { width: 480, height: 560, fill: TINT.base } },
    // A board with boxes and the arrows between them.
    fill('M-10 70H330V300H-10Z', TINT.light),
    stroke('M-10 70H330V300H-10', TINT.deep, 6),
    stroke('M24 112H92V152H24ZM28 214H88V254H28ZM58 152V208M50 198L58 208L66 198M92 132H132', TINT.deep, 5),
    fill('M372 250H480V262H372ZM396 176H412V250H396ZM418 190H438V250H418ZM444 168H470V250H444Z', TINT.deep, 0.8),
  ],
};
