import { AmbientLight, Box3, DirectionalLight, HemisphereLight, type Object3D, PerspectiveCamera, Scene, SRGBColorSpace, Vector3, WebGLRenderer } from 'three';
import type { AvatarRenderer } from '../avatar-renderer.ts';
import type { Instant } from '../motion.ts';
import { loadModel } from './load-model.ts';

/** Where the head is in the picture, in heads: the portrait's box is a little over two heads high. */
const PICTURE_HEADS = 2.2;
const ABOVE = 0.42;
const FIELD = 22;

export async function createModelRenderer(
  canvas: HTMLCanvasElement,
  bytes: ArrayBuffer,
  described: Parameters<typeof loadModel>[1],
  signal: AbortSignal,
): Promise<AvatarRenderer> {
  const model = await loadModel(bytes, described);
  signal.throwIfAborted();
  const renderer = new WebGLRenderer({ canvas, alpha: true, antialias: true, powerPreference: 'low-power' });
  renderer.outputColorSpace = SRGBColorSpace;
  const scene = new Scene();
  // The room of the drawn heads: a warm window on the left, the cool wall, a rim from behind.
  const key = new DirectionalLight('#fff1e0', 2);
  key.position.set(-2, 2.2, 2.6);
  const fill = new DirectionalLight('#cfe0ff', 0.5);
  fill.position.set(3, 0.4, 2);
  const rim = new DirectionalLight('#ffffff', 1.1);
  rim.position.set(2, 1.6, -2.6);
  scene.add(key, fill, rim, new HemisphereLight('#ffffff', '#b09a88', 0.9), new AmbientLight('#ffffff', 0.2), model.scene);
  // Files of VRM 0.x look away from the viewer.
  if (typeof described === 'object' && described !== null && 'extensions' in described && JSON.stringify(described.extensions).includes('"blendShapeMaster"'))
    model.scene.rotation.y = Math.PI;
  const { head, eyes } = findBones(model.scene);
  const frame = measure(model.scene, head);
  const camera = new PerspectiveCamera(FIELD, 1, 0.01, 100);
  const restHead = head?.rotation.clone();

  const draw = ({ pose, carriage }: Instant) => {
    model.apply(model.pose.weights(pose));
    const turned = head ?? model.scene;
    const [x, y, z] = head && restHead ? [restHead.x, restHead.y, restHead.z] : [0, model.scene.rotation.y, 0];
    const share = head ? 1 : 0.5;
    if (head)
      turned.rotation.set(
        x + (carriage.nod * 0.15 + pose.bow * 0.12) * share,
        y + carriage.turn * 0.4,
        z - ((carriage.lean + pose.lean) * Math.PI * share) / 180,
      );
    for (const eye of eyes) eye.rotation.set(pose.gy * 0.25, pose.gx * 0.35, 0);
    model.scene.position.y = carriage.breath * 0.002 * frame.size;
    renderer.render(scene, camera);
  };

  const resize = (width: number, height: number, dpr: number) => {
    renderer.setPixelRatio(dpr);
    renderer.setSize(width, height, false);
    camera.aspect = width / Math.max(1, height);
    const tall = frame.size * PICTURE_HEADS;
    // In a narrow place the width decides, as it does for the portrait.
    const shown = Math.max(tall, (tall * 0.9) / camera.aspect);
    const distance = shown / 2 / Math.tan((FIELD * Math.PI) / 360);
    const middle = frame.middle.y + frame.size * (0.5 + ABOVE) - shown / 2;
    camera.position.set(frame.middle.x, middle, frame.middle.z + distance);
    camera.lookAt(frame.middle.x, middle, frame.middle.z);
    camera.updateProjectionMatrix();
  };
  resize(canvas.clientWidth || canvas.width, canvas.clientHeight || canvas.height, 1);
  return {
    draw,
    resize,
    dispose: () => {
      model.scene.traverse((object) => free(object));
      renderer.dispose();
    },
  };
}

function findBones(scene: Object3D): { head: Object3D | undefined; eyes: readonly Object3D[] } {
  let head: Object3D | undefined;
  const eyes: Object3D[] = [];
  scene.traverse((object) => {
    if (!('isBone' in object)) return;
    if (!head && /(^|[^a-z])head$/i.test(object.name)) head = object;
    if (/eye/i.test(object.name) && /left|right|_l$|_r$/i.test(object.name)) eyes.push(object);
  });
  return { head, eyes };
}

/** The head's middle and height: from its bone to the top of all, or, without bones, all there is. */
function measure(scene: Object3D, head: Object3D | undefined): { middle: Vector3; size: number } {
  scene.updateMatrixWorld(true);
  const all = new Box3().setFromObject(scene);
  const middle = all.getCenter(new Vector3());
  if (!head) return { middle, size: Math.max(0.001, all.max.y - all.min.y) };
  const neck = head.getWorldPosition(new Vector3());
  const size = Math.max(0.001, (all.max.y - neck.y) * 1.1);
  return { middle: new Vector3(neck.x, neck.y + size * 0.45, neck.z), size };
}

function free(object: Object3D): void {
  for (const key of ['geometry', 'material'] as const) {
    const held = key in object ? Object.entries(object).find(([name]) => name === key)?.[1] : undefined;
    for (const item of Array.isArray(held) ? held : [held]) {
      if (typeof item === 'object' && item !== null && 'dispose' in item && typeof item.dispose === 'function') item.dispose();
    }
  }
}
