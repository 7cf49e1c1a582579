/** Four columns of four, as the graphics card takes them. */
export type Matrix = Float32Array;

export const IDENTITY: Matrix = new Float32Array([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);

export function multiply(a: Matrix, b: Matrix): Matrix {
  const out = new Float32Array(16);
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += (a[k * 4 + row] ?? 0) * (b[column * 4 + k] ?? 0);
      out[column * 4 + row] = sum;
    }
  }
  return out;
}

export const translation = (x: number, y: number, z: number): Matrix => new Float32Array([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1]);

export const grown = (by: number): Matrix => new Float32Array([by, 0, 0, 0, 0, by, 0, 0, 0, 0, by, 0, 0, 0, 0, 1]);

/** Nod (about x), then turn (about y), then lean (about z). */
export function rotation(nod: number, turn: number, lean: number): Matrix {
  const [cx, sx, cy, sy, cz, sz] = [Math.cos(nod), Math.sin(nod), Math.cos(turn), Math.sin(turn), Math.cos(lean), Math.sin(lean)];
  const x = new Float32Array([1, 0, 0, 0, 0, cx, sx, 0, 0, -sx, cx, 0, 0, 0, 0, 1]);
  const y = new Float32Array([cy, 0, -sy, 0, 0, 1, 0, 0, sy, 0, cy, 0, 0, 0, 0, 1]);
  const z = new Float32Array([cz, sz, 0, 0, -sz, cz, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  return multiply(z, multiply(y, x));
}

/** Turns about a point that is not the origin. */
export const about = (turned: Matrix, x: number, y: number, z: number): Matrix => multiply(translation(x, y, z), multiply(turned, translation(-x, -y, -z)));

export function frustum(left: number, right: number, bottom: number, top: number, near: number, far: number): Matrix {
  const out = new Float32Array(16);
  out[0] = (2 * near) / (right - left);
  out[5] = (2 * near) / (top - bottom);
  out[8] = (right + left) / (right - left);
  out[9] = (top + bottom) / (top - bottom);
  out[10] = -(far + near) / (far - near);
  out[11] = -1;
  out[14] = (-2 * far * near) / (far - near);
  return out;
}

export function box(half: number, near: number, far: number): Matrix {
  const out = new Float32Array(16);
  out[0] = 1 / half;
  out[5] = 1 / half;
  out[10] = -2 / (far - near);
  out[14] = -(far + near) / (far - near);
  out[15] = 1;
  return out;
}

type V = readonly [number, number, number];

/** The world as seen from `eye`, looking at `to`, y up. */
export function lookFrom(eye: V, to: V): Matrix {
  const unit = (v: V): V => {
    const l = Math.hypot(...v) || 1;
    return [v[0] / l, v[1] / l, v[2] / l];
  };
  const cross = (a: V, b: V): V => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
  const z = unit([eye[0] - to[0], eye[1] - to[1], eye[2] - to[2]]);
  const x = unit(cross([0, 1, 0], z));
  const y = cross(z, x);
  const dot = (a: V) => -(a[0] * eye[0] + a[1] * eye[1] + a[2] * eye[2]);
  return new Float32Array([x[0], y[0], z[0], 0, x[1], y[1], z[1], 0, x[2], y[2], z[2], 0, dot(x), dot(y), dot(z), 1]);
}
