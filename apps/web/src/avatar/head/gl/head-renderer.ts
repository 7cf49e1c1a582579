import type { AvatarRenderer } from '../../avatar-renderer.ts';
import type { Instant } from '../../motion.ts';
import { bearingOf } from '../drive.ts';
import type { Person } from '../look.ts';
import { rgb, type V3 } from '../maths.ts';
import type { HeadModel } from '../model.ts';
import { TABLE_MOVES, TABLE_WIDTH } from '../moves.ts';
import type { Material } from '../part.ts';
import { lidLine } from '../skin-grid.ts';
import { EYE } from '../form.ts';
import { about, box, frustum, grown, IDENTITY, lookFrom, type Matrix, multiply, rotation, translation } from './matrix.ts';
import { linkAll, nextFrame, type Program, upload, type Uploaded } from './program.ts';
import { DEPTH_FRAGMENT, fragmentFor, VERTEX, vertexFor } from './shaders.ts';

const SHADOW = 1024;
/** The drawn portrait is seen in this box; the head stands in the same place, so that one can fade into the other. */
const VIEW = { left: -2.6, right: 2.6, top: 2.38, bottom: -3.36 };
const EYE_POINT = [0, -0.2, 14.5] as const;
const PLANE = 0.35;
/** A head a little large for its shoulders is a friendlier one. */
const HEAD_SIZE = 1.085;
const NECK = [0, -1.15, -0.25] as const;

/** Draws a head on a canvas with WebGL 2. Throws where there is none. */
export async function createHeadRenderer(canvas: HTMLCanvasElement, model: HeadModel, person: Person, signal: AbortSignal): Promise<AvatarRenderer> {
  const context = canvas.getContext('webgl2', { alpha: true, premultipliedAlpha: true, antialias: true, powerPreference: 'low-power' });
  if (!context) throw new Error('WebGL 2 is not available.');
  const gl = context;
  const materials = [...new Set(model.parts.map(({ material }) => material))];
  const linked = await linkAll(gl, [...materials.map((material) => [vertexFor(material), fragmentFor(material)] as const), [VERTEX, DEPTH_FRAGMENT]], signal);
  const depth = linked.at(-1);
  if (!depth) throw new Error('There is nothing to draw.');
  const programs = new Map(materials.flatMap((material, index) => (linked[index] ? [[material, linked[index]] as const] : [])));
  const parts: { readonly material: Material; readonly throwsShadow: boolean; readonly drawn: Uploaded; readonly pivot: V3 | undefined }[] = [];
  for (const [index, part] of model.parts.entries()) {
    parts.push({ material: part.material, throwsShadow: part.throwsShadow, drawn: upload(gl, part), pivot: model.pivots[index] });
    // One part a frame: millions of numbers go to the card, and the page must not notice.
    await nextFrame(signal);
  }
  const moves = await uploadMoves(gl, model, signal);
  const shadow = makeShadow(gl);
  const light = multiply(box(3.1, 1, 14), lookFrom([-3.9, 3.4, 5.1], [0, -0.95, 0]));
  const iris = rgb(person.eyes.iris).map((value) => value / 255);
  const bounce = rgb(person.tint.base).map((value) => (value / 255) ** 2.2);
  const stubble = rgb(model.stubble).map((value) => value / 255);
  const flush = rgb(person.lips.lower).map((value) => (value / 255) ** 2.2 * 1.6);
  let view: Matrix = IDENTITY;

  const setPose = (program: Program, bearing: ReturnType<typeof bearingOf>) => {
    const { at } = program;
    const rise = -bearing.breath * 0.008;
    const lift = -rise;
    const head = multiply(translation(0, lift * 0.8 - 0.075, 0), about(multiply(rotation(bearing.nod, bearing.turn, bearing.lean), grown(HEAD_SIZE)), ...NECK));
    gl.uniformMatrix4fv(at('uHead'), false, head);
    gl.uniformMatrix4fv(at('uBody'), false, translation(0, lift, 0));
    const active = TABLE_MOVES.flatMap((name, index) => (Math.abs(bearing.moves[name]) > 0.004 ? [{ index, how: bearing.moves[name] }] : []));
    gl.uniform1i(at('uActive'), active.length);
    if (active.length > 0) {
      gl.uniform1iv(
        at('uWhich'),
        active.map(({ index }) => index),
      );
      gl.uniform1fv(
        at('uHow'),
        active.map(({ how }) => how),
      );
    }
    gl.uniform1i(at('uEntries'), model.moves.entries);
    gl.uniform1i(at('uMoves'), 0);
  };

  const drawPart = (
    program: Program,
    { drawn, pivot }: { readonly drawn: Uploaded; readonly pivot: V3 | undefined },
    bearing: ReturnType<typeof bearingOf>,
  ) => {
    const { at } = program;
    const [x, y, z] = pivot ?? [0, 0, 0];
    gl.uniform3f(at('uPivot'), x, y, z);
    const turned = pivot ? rotation(-bearing.look.up, bearing.look.across, 0) : IDENTITY;
    gl.uniformMatrix3fv(at('uGaze'), false, [
      turned[0] ?? 1,
      turned[1] ?? 0,
      turned[2] ?? 0,
      turned[4] ?? 0,
      turned[5] ?? 1,
      turned[6] ?? 0,
      turned[8] ?? 0,
      turned[9] ?? 0,
      turned[10] ?? 1,
    ]);
    gl.bindVertexArray(drawn.vao);
    gl.drawElements(gl.TRIANGLES, drawn.count, gl.UNSIGNED_INT, 0);
  };

  const draw = (instant: Instant) => {
    if (gl.isContextLost()) return;
    const bearing = bearingOf(instant, person);
    gl.enable(gl.DEPTH_TEST);
    gl.disable(gl.BLEND);

    gl.bindFramebuffer(gl.FRAMEBUFFER, shadow.frame);
    gl.viewport(0, 0, SHADOW, SHADOW);
    gl.clear(gl.DEPTH_BUFFER_BIT);
    gl.useProgram(depth.program);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, moves);
    setPose(depth, bearing);
    gl.uniformMatrix4fv(depth.at('uView'), false, light);
    for (const part of parts) if (part.throwsShadow) drawPart(depth, part, bearing);

    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, canvas.width, canvas.height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, shadow.texture);
    const lidY = lidLine(EYE.x, { upper: person.eyes.lid * Math.min(1.15, bearing.lid), lower: 1 }).upper;
    for (const [material, program] of programs) {
      const { at } = program;
      gl.useProgram(program.program);
      setPose(program, bearing);
      gl.uniformMatrix4fv(at('uView'), false, view);
      gl.uniformMatrix4fv(at('uLight'), false, light);
      gl.uniform1i(at('uShadow'), 1);
      gl.uniform3f(at('uEye'), ...EYE_POINT);
      gl.uniform3fv(at('uBounce'), bounce);
      if (material === 'skin') {
        if (model.depths.length > 0) {
          gl.uniform4fv(at('uCreases'), model.creases);
          gl.uniform2fv(at('uDepths'), model.depths);
        }
        gl.uniform1i(at('uCreaseCount'), model.depths.length / 2);
        gl.uniform1f(at('uFreckles'), model.freckles);
        gl.uniform3fv(at('uStubble'), stubble);
        gl.uniform3fv(at('uFlush'), flush);
      }
      if (material === 'mouth') gl.uniform1f(at('uRound'), Math.max(0, bearing.moves.protrude * (1 - 1.6 * bearing.moves.upper)));
      if (material === 'eye') {
        gl.uniform3fv(at('uIris'), iris);
        gl.uniform1f(at('uLidY'), lidY);
      }
      if (material === 'glass') {
        gl.enable(gl.BLEND);
        gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
        gl.depthMask(false);
      }
      for (const part of parts) if (part.material === material) drawPart(program, part, bearing);
      gl.depthMask(true);
    }
  };

  const resize = (width: number, height: number, dpr: number) => {
    canvas.width = Math.max(1, Math.round(width * dpr));
    canvas.height = Math.max(1, Math.round(height * dpr));
    // As the portrait does: the whole box is shown, in the middle, standing on the lower edge.
    const [wide, tall] = [VIEW.right - VIEW.left, VIEW.top - VIEW.bottom];
    const unit = Math.max(wide / width, tall / height);
    const half = (width * unit) / 2;
    const near = 4;
    const by = near / (EYE_POINT[2] - PLANE);
    const bottom = VIEW.bottom - EYE_POINT[1];
    const lens = frustum(-half * by, half * by, bottom * by, (bottom + height * unit) * by, near, 24);
    view = multiply(lens, translation(-EYE_POINT[0], -EYE_POINT[1], -EYE_POINT[2]));
  };
  resize(canvas.width, canvas.height, 1);

  return {
    draw,
    resize,
    dispose: () => {
      for (const { drawn } of parts) drawn.free();
      for (const { program } of [...programs.values(), depth]) gl.deleteProgram(program);
      gl.deleteTexture(moves);
      gl.deleteTexture(shadow.texture);
      gl.deleteFramebuffer(shadow.frame);
    },
  };
}

async function uploadMoves(gl: WebGL2RenderingContext, { moves: { data, height } }: HeadModel, signal: AbortSignal): Promise<WebGLTexture> {
  const texture = gl.createTexture();
  const band = 128;
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA16I, TABLE_WIDTH, height);
  for (let y = 0; y < height; y += band) {
    const rows = Math.min(band, height - y);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, y, TABLE_WIDTH, rows, gl.RGBA_INTEGER, gl.SHORT, data, y * TABLE_WIDTH * 4);
    await nextFrame(signal);
  }
  return texture;
}

function makeShadow(gl: WebGL2RenderingContext) {
  const texture = gl.createTexture();
  gl.activeTexture(gl.TEXTURE1);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.DEPTH_COMPONENT24, SHADOW, SHADOW, 0, gl.DEPTH_COMPONENT, gl.UNSIGNED_INT, null);
  for (const [name, value] of [
    [gl.TEXTURE_MIN_FILTER, gl.LINEAR],
    [gl.TEXTURE_MAG_FILTER, gl.LINEAR],
    [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE],
    [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
    [gl.TEXTURE_COMPARE_MODE, gl.COMPARE_REF_TO_TEXTURE],
    [gl.TEXTURE_COMPARE_FUNC, gl.LEQUAL],
  ] as const) {
    gl.texParameteri(gl.TEXTURE_2D, name, value);
  }
  const frame = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.DEPTH_ATTACHMENT, gl.TEXTURE_2D, texture, 0);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  return { texture, frame };
}
