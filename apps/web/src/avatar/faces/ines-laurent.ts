import { type Face, OUTLINES } from '../face.ts';
import { circle, fill, stroke } from '../shape.ts';

const TINT = { base: '#D6E6E4', deep: '#B8D3D1', light: '#EBF4F2' };
const SKIN = { base: '#E4B892', shade: '#CB9971', deep: '#985F40' };
const HAIR = '#2A1E20';

/** A journalist of thirty-four: a dark bob tucked behind one ear, a plum jacket, a microphone on the lapel. */
export const INES: Face = {
  tint: TINT,
  skin: SKIN,
  lips: { upper: '#99474B', lower: '#B65F5D', line: '#6B2C31', full: true, width: 24, smile: 0.2 },
  eyes: { iris: '#4A3323', lash: '#1C1213', lined: true, lid: 0.96, tired: false },
  brows: { color: '#2A1D1E', thickness: 6, frown: 0.12 },
  nose: 1,
  outline: OUTLINES.heart,
  earsHidden: false,
  tilt: 2,
  turn: -0.3,
  mirrored: false,
  behind: [
    // The bob reaches the jaw and turns in; the side behind the ear hangs a little lower.
    fill(
      'M236 82C172 82 136 130 132 206C129 262 128 310 140 344C160 358 190 354 208 340L276 340C294 356 322 362 342 350C352 314 354 260 348 204C342 128 302 82 236 82Z',
      '#1F1618',
    ),
    stroke('M326 222C334 260 334 304 328 342M338 216C344 258 344 304 338 340M314 268C318 296 318 322 314 344', '#4A3538', 3, 0.7),
  ],
  headBack: [],
  body: [
    fill('M54 560C58 480 88 444 134 424C162 412 184 404 196 392L284 392C296 404 318 412 346 424C392 444 422 480 426 560Z', '#5D3350'),
    fill('M330 418L346 424C392 444 422 480 426 560L358 560C362 502 352 450 330 418Z', '#492740'),
    fill('M196 382C184 398 182 412 184 432L218 560L262 560L296 432C298 412 296 398 284 382L280 370L200 370Z', '#F4EEE4'),
    fill('M198 384C206 406 222 418 240 418C258 418 274 406 282 384L280 368L200 368Z', SKIN.base),
    stroke('M194 394C204 416 222 427 240 427C258 427 276 416 286 394', '#D9CFC0', 3.6),
    fill('M192 386C172 398 158 408 148 418L166 466L152 480L204 560L226 560C202 514 184 452 192 386Z', '#70415F'),
    fill('M288 386C308 398 322 408 332 418L314 466L328 480L276 560L254 560C278 514 296 452 288 386Z', '#66395A'),
    stroke('M166 466L152 480M314 466L328 480', '#3C1F34', 2.6, 0.55),
    stroke('M110 560C112 524 116 500 124 478M370 560C368 524 364 500 356 478', '#3C1F34', 2.6, 0.6),
    // A clip-on microphone, its cable under the lapel.
    stroke('M280 494C282 506 278 522 270 536', '#22191D', 2.2, 0.8),
    fill('M274 474C274 466 288 466 288 474V490C288 497 274 497 274 490Z', '#22191D'),
    stroke('M277 474H285M277 479H285', '#6B5F66', 1.8, 0.9),
    stroke('M270 489L294 484', '#8E8790', 2.6),
  ],
  onSkin: [],
  beard: [],
  marks: [circle(325, 262, 4.2, '#D9B56A')],
  hair: [
    // From a parting over her left eye: the long side falls to the jaw, the short one is tucked behind the ear.
    fill(
      'M290 106C262 118 222 132 198 160C180 182 173 212 172 244C171 282 174 314 164 344C154 350 146 348 140 344C128 308 128 252 133 202C141 130 182 76 246 76C306 76 343 128 346 196C346 206 342 211 335 213C330 204 324 200 318 202C315 166 308 132 290 106Z',
      HAIR,
    ),
    stroke(
      'M278 102C236 106 190 136 172 186M262 94C212 100 164 142 156 206M238 86C190 94 152 136 145 196M163 226C161 262 162 300 156 334M150 232C147 270 147 304 146 330',
      '#5B4345',
      3,
      0.7,
    ),
    stroke('M300 112C316 130 326 156 329 188M302 98C322 116 335 146 338 178', '#5B4345', 3, 0.7),
    // The lamp draws the edge of dark hair, which a dark wall would swallow.
    stroke(
      'M236 78C186 84 150 124 141 186M135 220C131 262 131 296 138 326M258 82C296 88 325 122 337 174M344 228C346 268 345 306 340 336',
      '#8A7E86',
      2.2,
      0.55,
    ),
    stroke('M290 106C284 97 272 89 256 85M274 110C240 120 210 134 190 158', '#140D0F', 2.6, 0.6),
  ],
  scene: [
    { tag: 'rect', attrs: { width: 480, height: 560, fill: TINT.base } },
    fill('M104 140L480 14V560H320Z', TINT.light, 0.75),
    // A studio lamp on its stand, the beam across the wall.
    fill('M104 146H114V560H104Z', TINT.deep),
    fill('M44 86L110 60L142 142L76 168Z', TINT.deep),
    fill('M110 60L122 55L154 137L142 142Z', TINT.light),
    stroke('M64 100L88 152M78 94L102 146', TINT.base, 4, 0.9),
  ],
};
