import { type Face, OUTLINES } from '../face.ts';
import { circle, fill, stroke } from '../shape.ts';

const TINT = { base: '#DCE4EA', deep: '#C7D3DD', light: '#EEF2F4' };
const SKIN = { base: '#E3B392', shade: '#CC9474', deep: '#A66A4C' };
const HAIR = '#655B52';

/** A manager of fifty-two: grey temples, a day of stubble, an open collar. */
export const MARC: Face = {
  tint: TINT,
  skin: SKIN,
  lips: { upper: '#A76655', lower: '#BD7C68', line: '#7C4334', full: false, width: 25, smile: -0.15 },
  eyes: { iris: '#5C7C97', lash: '#2B1D19', lined: false, lid: 0.86, tired: false },
  brows: { color: '#4F463E', thickness: 7.6, frown: -0.25 },
  nose: 3,
  outline: OUTLINES.square,
  earsHidden: false,
  tilt: -1,
  turn: -0.3,
  mirrored: false,
  behind: [],
  headBack: [fill('M152 214C144 150 168 92 240 88C312 90 336 150 328 214C330 232 322 240 320 240L160 240C156 236 150 230 152 214Z', '#574E46')],
  body: [
    fill('M36 560C40 470 70 432 122 414C152 404 176 398 188 388L292 388C304 398 328 404 358 414C410 432 440 470 444 560Z', '#BFD0DF'),
    fill('M336 407L358 414C410 432 440 470 444 560L372 560C372 500 360 440 330 406Z', '#A5BACD'),
    fill('M188 388C196 424 222 452 240 466C258 452 284 424 292 388L286 372L196 372Z', SKIN.base),
    fill('M186 380C178 388 170 396 166 404L206 470L240 464C214 440 196 412 186 380Z', '#DCE7F0'),
    fill('M294 380C302 388 310 396 314 404L276 470L240 464C266 440 284 412 294 380Z', '#CFDDE9'),
    stroke('M240 464L238 560', '#8FA6BB', 2.4, 0.9),
    circle(247, 500, 3.6, '#F5F8FA'),
    circle(246, 540, 3.6, '#F5F8FA'),
    stroke('M104 560C108 520 112 492 124 470M376 560C372 520 368 492 356 470M166 404C148 410 134 416 122 424', '#8FA6BB', 2.6, 0.6),
  ],
  onSkin: [fill('M150 262C164 290 178 302 192 304C204 290 218 285 240 285C262 285 276 290 288 304C302 302 314 290 330 262V360H150Z', '#6B5B50', 0.19)],
  beard: [],
  marks: [
    stroke('M204 168C224 163 252 163 274 168M212 182C230 178 250 178 268 182', SKIN.deep, 2.2, 0.34),
    stroke('M233 206v9M246 206v9', SKIN.deep, 2.2, 0.4),
    stroke('M214 276C207 284 203 294 203 304M267 276C274 284 277 294 277 304', SKIN.deep, 2.6, 0.45),
    stroke('M180 228q-6 3 -9 8M181 233q-4 3 -5 7M300 228q6 3 9 8M299 233q4 3 5 7', SKIN.deep, 1.8, 0.4),
  ],
  hair: [
    fill(
      'M157 226C149 206 146 166 160 130C174 98 208 80 246 80C290 80 320 104 328 146C333 176 330 206 323 226C320 214 319 196 314 180C309 164 303 152 298 146C292 142 288 136 287 126C270 134 254 137 240 132C222 126 206 128 192 140C184 144 178 150 174 158C166 174 162 206 157 226Z',
      HAIR,
    ),
    fill(
      'M157 226C151 208 149 182 155 160C163 156 169 158 174 158C166 174 162 206 157 226ZM323 226C329 208 331 182 325 158C319 152 311 158 308 164C316 184 319 206 323 226Z',
      '#9B948B',
    ),
    stroke(
      'M186 128C200 104 232 94 268 98M204 122C224 106 250 102 282 110M172 146C176 128 186 112 200 102M292 120C304 128 314 142 318 158M226 122C244 114 262 114 276 120',
      '#8A8077',
      3.2,
      0.75,
    ),
    stroke('M214 96C234 88 262 88 284 98M178 122C186 108 196 100 206 96M300 112C312 122 320 138 322 152', '#463E37', 3, 0.5),
  ],
  scene: [
    { tag: 'rect', attrs: { width: 480, height: 560, fill: TINT.base } },
    fill('M0 0H150V560H0Z', TINT.light),
    fill('M150 0H164V560H150ZM330 0H480V560H330Z', TINT.deep, 0.75),
    stroke('M0 250H150', TINT.deep, 10),
  ],
};
