/** Calls `frame` with the seconds since the last one, as long as the element is on screen in a visible tab. */
export function whileVisible(element: Element, frame: (seconds: number, sinceMs: number) => void): () => void {
  let request = 0;
  let last = 0;
  const tick = (now: number) => {
    // After a hidden tab or a long task the movement goes on from where it was, it does not leap.
    frame(Math.min(0.1, (now - last) / 1000), now - last);
    last = now;
    request = requestAnimationFrame(tick);
  };
  const observer = new IntersectionObserver((entries) => {
    cancelAnimationFrame(request);
    if (!entries.at(-1)?.isIntersecting) return;
    last = performance.now();
    request = requestAnimationFrame(tick);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(request);
  };
}
