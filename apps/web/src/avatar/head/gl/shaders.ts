import { MOVE_SCALE, NORMAL_SCALE, TABLE_MOVES } from '../moves.ts';
import type { Material } from '../part.ts';

/** One vertex shader for all: mixes the movements, then lets the head turn as far as the vertex follows it. */
export const VERTEX = `#version 300 es
precision highp float;
precision highp int;
precision highp isampler2D;
layout(location=0) in vec3 aAt;
layout(location=1) in vec3 aNormal;
layout(location=2) in vec4 aColor;
layout(location=3) in vec4 aTraits;
layout(location=4) in float aFollow;
layout(location=5) in int aRide;
uniform mat4 uView, uHead, uBody, uLight;
uniform mat3 uGaze;
uniform vec3 uPivot;
uniform isampler2D uMoves;
uniform int uEntries, uActive;
uniform int uWhich[${TABLE_MOVES.length}];
uniform float uHow[${TABLE_MOVES.length}];
out vec3 vAt, vNormal, vRest, vHead;
out vec4 vColor, vTraits, vShadow;
void main() {
  vec3 p = aAt, n = aNormal, t = aTraits.xyz;
  if (aRide >= 0) {
    for (int i = 0; i < uActive; i++) {
      int texel = (uWhich[i] * uEntries + aRide) * 2;
      ivec2 place = ivec2(texel & 2047, texel >> 11);
      p += vec3(texelFetch(uMoves, place, 0).xyz) * (uHow[i] / ${MOVE_SCALE}.0);
      n += vec3(texelFetch(uMoves, place + ivec2(1, 0), 0).xyz) * (uHow[i] / ${NORMAL_SCALE}.0);
    }
  }
  vRest = aAt;
  p = uPivot + uGaze * (p - uPivot);
  n = uGaze * n;
  vHead = p;
  vec3 turned = (uHead * vec4(p, 1.0)).xyz;
  vec3 at = mix((uBody * vec4(p, 1.0)).xyz, turned, aFollow);
  vAt = at;
  vNormal = mix(n, mat3(uHead) * n, aFollow);
  vColor = aColor;
  vTraits = vec4(mix(t, mat3(uHead) * t, aFollow), aTraits.w);
#ifdef SKIN
  vTraits = aTraits;
#endif
#ifdef CLOTH
  vTraits = aTraits;
#endif
  vShadow = uLight * vec4(at + normalize(vNormal) * 0.025, 1.0);
  gl_Position = uView * vec4(at, 1.0);
}`;

export const DEPTH_FRAGMENT = `#version 300 es
precision mediump float;
void main() {}`;

const COMMON = `
precision highp float;
precision highp sampler2DShadow;
in vec3 vAt, vNormal, vRest, vHead;
in vec4 vColor, vTraits, vShadow;
uniform sampler2DShadow uShadow;
uniform vec3 uEye, uBounce;
out vec4 oColor;
const vec3 KEY = vec3(-0.50, 0.56, 0.66), FILL = vec3(0.80, 0.10, 0.59), RIM = vec3(0.62, 0.45, -0.64), RIM2 = vec3(-0.78, 0.30, -0.55);
const vec3 KEY_LIGHT = vec3(0.90, 0.85, 0.785), FILL_LIGHT = vec3(0.105, 0.13, 0.175);
vec3 linear(vec3 c) { return pow(max(c, 0.0), vec3(2.2)); }
float hash(vec3 p) { p = fract(p * 0.3183099 + 0.1); p *= 17.0; return fract(p.x * p.y * p.z * (p.x + p.y + p.z)); }
float noise(vec3 x) {
  vec3 i = floor(x), f = fract(x); f = f * f * (3.0 - 2.0 * f);
  return mix(mix(mix(hash(i), hash(i + vec3(1,0,0)), f.x), mix(hash(i + vec3(0,1,0)), hash(i + vec3(1,1,0)), f.x), f.y),
             mix(mix(hash(i + vec3(0,0,1)), hash(i + vec3(1,0,1)), f.x), mix(hash(i + vec3(0,1,1)), hash(i + vec3(1,1,1)), f.x), f.y), f.z);
}
float lit() {
  vec3 s = vShadow.xyz * 0.5 + 0.5;
  if (any(lessThan(s, vec3(0.0))) || any(greaterThan(s, vec3(1.0)))) return 1.0;
  float sum = 0.0;
  float a = hash(vec3(gl_FragCoord.xy, 1.0)) * 1.57;
  mat2 r = mat2(cos(a), sin(a), -sin(a), cos(a)) * 0.0042;
  for (int i = 0; i < 8; i++) {
    float k = (float(i) + 0.5) / 8.0, w = float(i) * 2.399;
    sum += texture(uShadow, vec3(s.xy + r * vec2(cos(w), sin(w)) * sqrt(k), s.z - 0.0024));
  }
  return sum / 8.0;
}
vec3 sky(vec3 n, float open) {
  vec3 up = vec3(0.40, 0.415, 0.44), down = mix(vec3(0.27, 0.225, 0.20), uBounce * 0.3, 0.5);
  return mix(down, up, n.y * 0.5 + 0.5) * mix(0.32, 1.0, open);
}
vec3 edge(vec3 n, vec3 v) {
  float f = pow(1.0 - clamp(dot(n, v), 0.0, 1.0), 2.6);
  return f * (max(dot(n, RIM), 0.0) * vec3(0.62, 0.66, 0.72) + max(dot(n, RIM2), 0.0) * vec3(0.62, 0.55, 0.46));
}
void finish(vec3 c) { vec3 over = max(c - 0.62, 0.0); c = min(c, 0.62) + over / (1.0 + over * 1.9); c = mix(vec3(dot(c, vec3(0.3, 0.59, 0.11))), c, 1.04); oColor = vec4(pow(clamp(c, 0.0, 1.0), vec3(1.0 / 2.2)), 1.0); }
`;

const SKIN = `
uniform vec4 uCreases[24];
uniform vec2 uDepths[24];
uniform int uCreaseCount;
uniform float uFreckles, uAge;
uniform vec3 uStubble, uFlush;
void main() {
  vec3 n = normalize(vNormal), v = normalize(uEye - vAt);
  vec3 albedo = linear(vColor.rgb);
  float lip = vTraits.x, stubble = vTraits.z;
  float front = smoothstep(0.3, 0.6, vRest.z);
  float blotch = noise(vRest * 7.0) * 0.6 + noise(vRest * 19.0) * 0.4 - 0.5;
  albedo *= 1.0 + blotch * vec3(0.07, 0.11, 0.12) * (1.0 - lip);
  albedo *= 1.0 + (noise(vRest * 95.0) - 0.5) * 0.05;
  float line = 0.0; vec2 tilt = vec2(0.0);
  for (int i = 0; i < uCreaseCount; i++) {
    vec2 a = uCreases[i].xy, d = uCreases[i].zw - a, q = vRest.xy - a;
    float h = clamp(dot(q, d) / dot(d, d), 0.0, 1.0);
    vec2 off = q - d * h - normalize(vec2(-d.y, d.x)) * uDepths[i].y * 4.0 * h * (1.0 - h);
    float l = dot(off, off), deep = uDepths[i].x * smoothstep(0.0, 0.3, h) * smoothstep(1.0, 0.7, h);
    line = max(line, exp(-l * 2200.0) * deep);
    tilt += off * exp(-l * 420.0) * deep * 10.0;
  }
  n = normalize(n + vec3(tilt, 0.0) * front);
  albedo *= 1.0 - line * front * vec3(0.34, 0.50, 0.54);
  if (uFreckles > 0.0) {
    vec2 g = vRest.xy * 23.0, cell = floor(g), middle = 0.28 + 0.44 * vec2(hash(vec3(cell, 1.0)), hash(vec3(cell, 2.0)));
    float size = 0.10 + 0.16 * hash(vec3(cell, 3.0));
    float spot = (1.0 - smoothstep(size * 0.5, size, length(fract(g) - middle))) * step(0.42, hash(vec3(cell, 4.0)));
    float where = exp(-pow((abs(vRest.x) - 0.3) / 0.26, 2.0) - pow((vRest.y + 0.3) / 0.14, 2.0)) * front;
    albedo *= 1.0 - spot * where * uFreckles * vec3(0.22, 0.40, 0.5);
  }
  if (stubble > 0.01) {
    float dots = smoothstep(0.45, 0.9, noise(vRest * vec3(150.0, 110.0, 150.0)));
    albedo = mix(albedo, linear(uStubble), stubble * (0.2 + 0.3 * dots) * (1.0 - vTraits.w));
  }
  // Light goes a little way under the skin: the border of the shadow is red and soft.
  float shadow = lit();
  vec3 wrap = vec3(0.42, 0.24, 0.18) * (1.0 - lip * 0.4);
  float nk = dot(n, normalize(KEY));
  vec3 diffuse = clamp((nk + wrap) / (1.0 + wrap), 0.0, 1.0);
  vec3 thrown = vec3(mix(shadow, 1.0, 0.10), shadow, shadow) ;
  thrown = mix(thrown, vec3(1.0), 0.06);
  vec3 light = (KEY_LIGHT * diffuse * thrown + sky(n, vColor.a) + FILL_LIGHT * max(dot(n, FILL) * 0.7 + 0.3, 0.0)) * 0.95;
  float border = (1.0 - abs(diffuse.g * 2.0 - 0.75)) * 0.5 + 0.5 * (1.0 - abs(shadow * 2.0 - 1.0));
  vec3 c = albedo * light;
  c += albedo * uFlush * max(border, 0.0) * 0.10;
  vec3 h = normalize(normalize(KEY) + v);
  float nh = max(dot(n, h), 0.0);
  float sheen = (pow(nh, 14.0) * 0.035 + pow(nh, 42.0) * 0.05) * (1.0 - stubble * 0.7) * (1.0 - vTraits.w);
  float gloss = lip * (pow(nh, 46.0) * 0.22 + pow(max(dot(n, normalize(normalize(vec3(0.25, 0.6, 0.75)) + v)), 0.0), 60.0) * 0.10);
  c += (sheen + gloss) * shadow;
  c += edge(n, v) * albedo * 0.9 * vColor.a;
  finish(c);
}`;

const HAIR = `
void main() {
  vec3 n = normalize(vNormal), v = normalize(uEye - vAt), t = normalize(vTraits.xyz);
  if (dot(n, v) < 0.0) n = -n;
  float id = floor(vTraits.w / 4.0), u = vTraits.w - id * 4.0 - 1.0;
  float strand = noise(vec3(u * 6.0 + id * 7.3, id * 3.1, dot(vRest, vTraits.xyz) * 0.7));
  float fine = noise(vec3(u * 17.0 + id * 5.7, id, dot(vRest, vTraits.xyz) * 1.5));
  vec3 albedo = linear(vColor.rgb) * (0.74 + 0.34 * strand + 0.22 * fine);
  float shadow = lit();
  vec3 k = normalize(KEY);
  float tk = dot(t, k);
  float around = sqrt(max(0.0, 1.0 - tk * tk));
  float facing = clamp(dot(n, k) * 0.6 + 0.4, 0.0, 1.0);
  vec3 light = KEY_LIGHT * facing * mix(0.75, 1.0, around) * mix(shadow, 1.0, 0.12) + sky(n, vColor.a) * 1.05 + FILL_LIGHT * max(dot(n, FILL) * 0.6 + 0.4, 0.0);
  vec3 c = albedo * light * mix(0.5, 1.0, vColor.a);
  vec3 h = normalize(k + v);
  float shift = (strand - 0.5) * 0.28;
  float th = dot(normalize(t + n * (0.12 + shift)), h);
  float th2 = dot(normalize(t + n * (-0.14 + shift)), h);
  float s1 = pow(sqrt(max(0.0, 1.0 - th * th)), 52.0), s2 = pow(sqrt(max(0.0, 1.0 - th2 * th2)), 16.0);
  float face = smoothstep(-0.1, 0.5, dot(n, k)) * shadow * vColor.a;
  c += (vec3(0.15) * s1 + albedo * 0.62 * s2) * face * (0.55 + 0.6 * fine);
  c += edge(n, v) * (albedo * 0.9 + 0.035) * vColor.a;
  finish(c);
}`;

const CLOTH = `
void main() {
  vec3 n = normalize(vNormal), v = normalize(uEye - vAt);
  // Only the inside of a collar is turned: at the outline a normal may lean away a little.
  if (dot(n, v) < -0.25) n = -n;
  vec3 albedo = linear(vColor.rgb);
  float kind = vTraits.z, relief = 0.0;
  vec3 side = normalize(cross(vec3(0.0, 1.0, 0.0), n) + vec3(1e-4, 0.0, 0.0));
  if (kind > 1.5) {
    vec2 q = vTraits.xy * vec2(1.0, 1.0);
    float row = floor(q.y); float slant = abs(fract(q.x) - 0.5);
    float stitch = fract(q.y + slant * 0.9);
    relief = smoothstep(0.0, 0.25, stitch) * smoothstep(1.0, 0.6, stitch) * smoothstep(0.5, 0.36, slant);
    n = normalize(n + side * (fract(q.x) - 0.5) * 0.34 + vec3(0.0, 1.0, 0.0) * (stitch - 0.5) * 0.2);
    albedo *= 0.86 + 0.16 * relief;
  } else if (kind > 0.5) {
    float wave = sin(vTraits.x * 6.2832);
    n = normalize(n + side * cos(vTraits.x * 6.2832) * 0.42);
    albedo *= 0.80 + 0.22 * smoothstep(-0.9, 0.6, wave);
  }
  float weave = noise(vRest * 70.0) * 0.4 + noise(vRest * vec3(18.0, 40.0, 18.0)) * 0.6 - 0.5;
  albedo *= 1.0 + weave * 0.09;
  float fold = noise(vRest * vec3(2.3, 1.5, 2.3)) - 0.5;
  n = normalize(n + vec3(fold, fold * 0.5, 0.0) * 0.22 * (1.0 - min(kind, 1.0)));
  float shadow = lit();
  vec3 wrap = vec3(0.22);
  vec3 diffuse = clamp((dot(n, normalize(KEY)) + wrap) / (1.0 + wrap), 0.0, 1.0);
  vec3 light = (KEY_LIGHT * diffuse * shadow + sky(n, vColor.a) + FILL_LIGHT * max(dot(n, FILL) * 0.7 + 0.3, 0.0)) * 0.88;
  float fuzz = pow(1.0 - clamp(dot(n, v), 0.0, 1.0), 2.2);
  vec3 c = albedo * light + fuzz * (albedo * 0.5 + 0.012) * light * 0.8;
  c += edge(n, v) * (albedo * 0.6 + 0.02) * vColor.a;
  finish(c);
}`;

const PLAIN = `
void main() {
  vec3 n = normalize(vNormal), v = normalize(uEye - vAt);
  vec3 albedo = linear(vColor.rgb);
  float polish = vTraits.x, metal = vTraits.y;
  float shadow = lit();
  vec3 light = KEY_LIGHT * clamp((dot(n, normalize(KEY)) + 0.2) / 1.2, 0.0, 1.0) * shadow + sky(n, vColor.a) + FILL_LIGHT * max(dot(n, FILL), 0.0);
  vec3 h = normalize(normalize(KEY) + v);
  vec3 r = reflect(-v, n);
  float room = smoothstep(-0.2, 0.9, r.y) * 0.5 + smoothstep(0.55, 0.95, dot(r, normalize(KEY))) * 1.1;
  vec3 c = albedo * light * mix(1.0, 0.55, metal) + albedo * room * metal * 0.9;
  c += pow(max(dot(n, h), 0.0), mix(20.0, 90.0, polish)) * polish * 0.6 * shadow;
  finish(c + edge(n, v) * albedo * 0.5);
}`;

const EYE = `
uniform vec3 uIris;
uniform float uLidY;
void main() {
  vec3 n = normalize(vNormal), v = normalize(uEye - vAt);
  vec2 q = vTraits.xy;
  float r = length(q), a = atan(q.y, q.x);
  vec3 white = mix(vec3(0.86, 0.83, 0.79), vec3(0.80, 0.55, 0.48), smoothstep(0.75, 1.25, r) * 0.55);
  float fibres = noise(vec3(a * 9.0, r * 5.0, 1.0)) * 0.6 + noise(vec3(a * 24.0, r * 8.0, 4.0)) * 0.4;
  vec3 iris = linear(uIris);
  vec3 lightIris = iris * 1.9 + 0.035;
  // Light falls through the cornea and gathers on the side away from the window.
  float gather = smoothstep(-0.9, 0.9, dot(normalize(q + 1e-4), normalize(vec2(0.5, -0.8)))) * smoothstep(0.15, 0.4, r);
  vec3 colour = mix(iris * 0.75, lightIris, fibres * 0.55 + gather * 0.5);
  colour = mix(colour, iris * 0.25, smoothstep(0.36, 0.475, r));
  colour = mix(vec3(0.006, 0.005, 0.005), colour, smoothstep(0.155, 0.19, r));
  vec3 albedo = mix(colour, white, smoothstep(0.455, 0.505, r));
  float shade = smoothstep(0.0, 0.13, uLidY - vHead.y + 0.012);
  float shadow = lit();
  vec3 light = KEY_LIGHT * clamp(dot(n, normalize(KEY)) * 0.6 + 0.4, 0.0, 1.0) * mix(0.6, 1.0, shadow) + sky(n, 0.85) * 0.9;
  vec3 c = albedo * light * mix(0.34, 1.0, shade);
  // A window, mirrored in the wet ball: what makes an eye look at somebody.
  vec3 up = normalize(v + vec3(-0.20, 0.27, 0.0));
  float glint = smoothstep(0.9915, 0.9950, dot(n, up));
  float glint2 = smoothstep(0.9962, 0.9985, dot(n, normalize(v + vec3(0.26, -0.22, 0.0)))) * 0.28;
  c += (glint + glint2) * smoothstep(-0.02, 0.05, uLidY - vHead.y) * 0.95;
  c += pow(1.0 - max(dot(n, v), 0.0), 3.0) * 0.06;
  finish(c);
}`;

const MOUTH = `
uniform float uRound;
void main() {
  vec3 n = normalize(vNormal), v = normalize(uEye - vAt);
  if (dot(n, v) < 0.0) n = -n;
  vec3 albedo = linear(vColor.rgb);
  vec3 h = normalize(normalize(KEY) + v);
  // Rounded lips stand before the teeth and keep the light from them.
  albedo *= 1.0 - uRound * vec3(0.9, 0.95, 0.95);
  float deep = vColor.a;
  vec3 c = albedo * (KEY_LIGHT * (0.5 + 0.5 * max(dot(n, normalize(KEY)), 0.0)) + 0.25) * deep;
  c += pow(max(dot(n, h), 0.0), 50.0) * 0.25 * vTraits.x * deep * (1.0 - uRound);
  finish(c);
}`;

const GLASS = `
void main() {
  vec3 n = normalize(vNormal), v = normalize(uEye - vAt);
  vec3 r = reflect(-v, n);
  float streak = smoothstep(0.62, 0.7, r.y * 0.5 + r.x * -0.6 + 0.45) * 0.13;
  float band = vTraits.x + vTraits.y * 0.45;
  float stripe = smoothstep(0.18, 0.24, band) * smoothstep(0.52, 0.46, band) * 0.10 + smoothstep(0.60, 0.64, band) * smoothstep(0.74, 0.70, band) * 0.08;
  float a = 0.035 + stripe + streak * 0.3;
  oColor = vec4(vec3(a), a);
}`;

const BODIES: Readonly<Record<Material, string>> = { skin: SKIN, hair: HAIR, cloth: CLOTH, plain: PLAIN, eye: EYE, mouth: MOUTH, glass: GLASS };

export const vertexFor = (material: Material): string => VERTEX.replace('precision highp int;', `precision highp int;\n#define ${material.toUpperCase()}`);
export const fragmentFor = (material: Material): string => `#version 300 es\n${COMMON}${BODIES[material]}`;
