import { type Face, OUTLINES } from '../face.ts';
import { circle, fill, type Shape, stroke } from '../shape.ts';

const TINT = { base: '#EAE4CF', deep: '#D9CFAE', light: '#F6F2E5' };
const SKIN = { base: '#EAC3A5', shade: '#D3A383', deep: '#A06B4E' };
const HAIR = '#75665A';
const FRAME = '#6A4630';
const lens = (cx: number): Shape => ({
  tag: 'ellipse',
  attrs: { cx, cy: 226, rx: 25.5, ry: 21.5, fill: '#FFFFFF', fillOpacity: 0.12, stroke: FRAME, strokeWidth: 3 },
});

/** The chair of a panel, fifty-eight: a brown bob gone silver where it frames the face, round glasses, a grey jacket over wine red. */
export const HELENE: Face = {
  tint: TINT,
  skin: SKIN,
  lips: { upper: '#A25C5C', lower: '#BA7871', line: '#7A3E3E', full: false, width: 23, smile: 0 },
  eyes: { iris: '#5A4632', lash: '#332724', lined: true, lid: 0.86, tired: false },
  brows: { color: '#5E5148', thickness: 5.2, frown: -0.1 },
  nose: 1,
  outline: OUTLINES.long,
  earsHidden: false,
  tilt: -1,
  turn: -0.25,
  mirrored: false,
  behind: [],
  headBack: [
    // Tucked behind both ears, cut level with the jaw.
    fill(
      'M146 212C138 140 170 78 240 76C314 78 344 140 336 214C340 258 344 296 334 326C324 342 300 344 286 332L194 332C180 344 156 342 146 326C136 296 142 258 146 212Z',
      '#55483F',
    ),
    stroke(
      'M152 258C148 284 150 306 158 326M162 276C160 298 164 314 172 330M332 258C336 284 334 306 326 326M322 280C324 300 320 316 312 330',
      '#8D7D70',
      2.6,
      0.7,
    ),
    // A dark wall would swallow the tips.
    stroke('M145 240C140 276 138 306 147 324C152 334 162 339 172 338M335 240C340 276 342 306 333 324C328 334 318 339 308 338', '#A3968A', 2, 0.45),
  ],
  body: [
    fill('M50 560C54 478 84 444 132 424C160 412 184 404 196 392L284 392C296 404 320 412 348 424C396 444 426 478 430 560Z', '#6F727B'),
    fill('M332 418L348 424C396 444 426 478 430 560L362 560C366 502 354 450 332 418Z', '#585B65'),
    fill('M196 380C180 396 178 414 182 434L218 560L262 560L298 434C302 414 300 396 284 380Z', '#7F3F4C'),
    fill('M196 382C204 412 222 428 240 428C258 428 276 412 284 382L280 366L200 366Z', SKIN.base),
    stroke('M193 390C202 422 222 436 240 436C258 436 278 422 287 390', '#5F2B37', 3.4),
    stroke('M202 394C212 412 226 421 240 422C254 421 268 412 278 394', '#D9C08A', 1.8, 0.9),
    fill('M192 388C172 400 158 410 148 420L168 470L152 482L208 560L228 560C204 514 184 454 192 388Z', '#80838D'),
    fill('M288 388C308 400 322 410 332 420L312 470L328 482L272 560L252 560C276 514 296 454 288 388Z', '#747782'),
    stroke('M168 470L152 482M312 470L328 482', '#444751', 2.6, 0.55),
    stroke('M108 560C110 524 114 500 122 478M372 560C370 524 366 500 358 478', '#444751', 2.6, 0.6),
  ],
  onSkin: [],
  beard: [],
  marks: [
    stroke('M210 172C228 168 252 168 270 172', SKIN.deep, 2, 0.16),
    stroke('M211 277C204 285 201 293 200 301M269 277C276 285 279 293 280 301', SKIN.deep, 2.3, 0.36),
    stroke('M181 236q-4 3 -6 7M299 236q4 3 6 7', SKIN.deep, 1.8, 0.34),
    circle(162, 265, 5.4, '#F3EDE2'),
    circle(160.5, 263.5, 1.6, '#FFFFFF'),
    circle(326, 265, 5.4, '#DDD4C6'),
    circle(324.5, 263.5, 1.6, '#FFFFFF', 0.8),
    lens(204),
    lens(275),
    stroke('M229 221Q239.5 214 250 221M179 220L163 215M300 220L319 215', FRAME, 3),
    stroke('M191 236L203 214M199 239L209 221', '#FFFFFF', 2.2, 0.35),
  ],
  hair: [
    // Parted, drawn back over the tops of the ears; what frames the face has gone silver.
    fill(
      'M222 112C246 122 276 130 292 152C304 169 308 190 313 212C317 232 323 244 331 251C343 226 346 182 337 142C326 96 292 65 242 65C192 65 157 98 147 142C139 182 141 226 150 251C158 244 163 232 166 212C170 188 175 166 188 150C200 135 214 126 222 112Z',
      HAIR,
    ),
    fill('M222 112C246 122 276 130 292 152C304 169 308 190 313 212C316 226 320 236 325 244C332 222 334 190 326 164C312 130 270 112 222 112Z', '#B9ADA1', 0.9),
    fill('M222 112C214 126 200 135 188 150C175 166 170 188 166 212C163 230 160 238 155 246C149 226 150 192 158 168C170 138 196 120 222 112Z', '#C6BBB0', 0.9),
    stroke(
      'M228 110C262 116 296 130 312 160C320 178 324 204 326 230M232 102C272 106 308 124 323 156C330 176 333 200 333 222M228 92C272 92 312 112 328 144M216 110C192 120 170 140 161 168C155 190 153 212 153 232M214 100C186 110 164 132 154 160C149 182 147 202 147 222M214 90C186 96 164 116 154 140',
      '#E0D8CE',
      2.4,
      0.5,
    ),
    stroke('M222 112C216 100 218 84 230 70M234 82C270 80 304 96 322 122M212 82C190 88 172 102 162 120M238 116C270 124 292 136 302 158', '#51453C', 2.6, 0.6),
  ],
  scene: [
    { tag: 'rect', attrs: { width: 480, height: 560, fill: TINT.base } },
    // A panelled hearing room and the clock everybody is timed by.
    fill('M0 0H96V560H0ZM116 0H132V560H116ZM348 0H364V560H348ZM384 0H480V560H384Z', TINT.deep, 0.55),
    fill('M14 40H82V240H14ZM398 200H466V400H398ZM14 270H82V470H14Z', TINT.light, 0.7),
    circle(432, 96, 40, TINT.light),
    stroke('M432 72V96L448 108', TINT.deep, 5),
  ],
};
