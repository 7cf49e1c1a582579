/** Longest body that is read, once unpacked. An answer of two thousand tokens is a hundredth of it, with all that is wrapped around. */
const mostBytes = 1024 * 1024;

/**
 * `fetch` to an endpoint that is trusted to answer and with nothing else: it leads nowhere, because what is sent holds somebody's
 * words, and it is cut off before it fills the memory of a process that others share.
 *
 * @param most longest body that is read, in bytes
 */
export function bounded(base: typeof fetch = fetch, most = mostBytes): typeof fetch {
  return async (input, init) => {
    const response = await base(input, { ...init, redirect: 'error' });
    let left = most;
    const bound = new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, controller) {
        left -= bytes.byteLength;
        if (left < 0) controller.error(new Error(`the model sent more than ${most} bytes`));
        else controller.enqueue(bytes);
      },
    });
    return response.body === null ? response : new Response(response.body.pipeThrough(bound), response);
  };
}
