import type { Part } from '../part.ts';

export type Program = { readonly program: WebGLProgram; readonly at: (uniform: string) => WebGLUniformLocation | null };

const PARALLEL = 'KHR_parallel_shader_compile';

export const nextFrame = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    requestAnimationFrame(() => (signal.aborted ? reject(signal.reason) : resolve()));
  });

/** Compiles all programs side by side and waits for them without holding up the page. */
export async function linkAll(
  gl: WebGL2RenderingContext,
  sources: readonly (readonly [vertex: string, fragment: string])[],
  signal: AbortSignal,
): Promise<Program[]> {
  const parallel = gl.getExtension(PARALLEL);
  const programs = sources.map(([vertex, fragment]) => {
    const program = gl.createProgram();
    for (const [type, source] of [
      [gl.VERTEX_SHADER, vertex],
      [gl.FRAGMENT_SHADER, fragment],
    ] as const) {
      const shader = gl.createShader(type);
      if (!shader) throw new Error('The graphics card refuses a shader.');
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
      gl.deleteShader(shader);
    }
    gl.linkProgram(program);
    return program;
  });
  for (const program of programs) {
    while (parallel && !gl.isContextLost() && !gl.getProgramParameter(program, parallel.COMPLETION_STATUS_KHR)) await nextFrame(signal);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
      const logs = (gl.getAttachedShaders(program) ?? []).map((shader) => gl.getShaderInfoLog(shader));
      throw new Error(`A shader does not link: ${[gl.getProgramInfoLog(program), ...logs].filter(Boolean).join(' ')}`);
    }
    await nextFrame(signal);
  }
  return programs.map((program) => {
    const known = new Map<string, WebGLUniformLocation | null>();
    return {
      program,
      at: (uniform) => {
        const found = known.get(uniform);
        if (found !== undefined) return found;
        const location = gl.getUniformLocation(program, uniform);
        known.set(uniform, location);
        return location;
      },
    };
  });
}

export type Uploaded = { readonly vao: WebGLVertexArrayObject; readonly count: number; readonly free: () => void };

export function upload(gl: WebGL2RenderingContext, part: Part): Uploaded {
  const vao = gl.createVertexArray();
  gl.bindVertexArray(vao);
  const buffers: WebGLBuffer[] = [];
  const attribute = (location: number, data: ArrayBufferView<ArrayBufferLike>, size: number, type: number, whole: boolean) => {
    const buffer = gl.createBuffer();
    buffers.push(buffer);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(location);
    if (whole) gl.vertexAttribIPointer(location, size, type, 0, 0);
    else gl.vertexAttribPointer(location, size, type, type === gl.UNSIGNED_BYTE, 0, 0);
  };
  attribute(0, part.positions, 3, gl.FLOAT, false);
  attribute(1, part.normals, 3, gl.FLOAT, false);
  attribute(2, part.colors, 4, gl.UNSIGNED_BYTE, false);
  attribute(3, part.traits, 4, gl.FLOAT, false);
  attribute(4, part.follow, 1, gl.FLOAT, false);
  attribute(5, part.ride, 1, gl.INT, true);
  const indices = gl.createBuffer();
  buffers.push(indices);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, part.indices, gl.STATIC_DRAW);
  gl.bindVertexArray(null);
  return {
    vao,
    count: part.indices.length,
    free: () => {
      gl.deleteVertexArray(vao);
      for (const buffer of buffers) gl.deleteBuffer(buffer);
    },
  };
}
