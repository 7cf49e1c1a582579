import { describe, expect, it } from 'vitest';
import { countedTrips, type NetworkState, NetworkWatch } from './network-watch.ts';

/** A network whose answers take what it is told; null is an answer that never comes. */
function openNetwork(...takes: readonly (number | null)[]) {
  const events = new EventTarget();
  const network = { online: true, at: 0, asked: 0, takes: [...takes], usual: 20 as number | null };
  const watch = new NetworkWatch({
    async ping() {
      network.asked += 1;
      const took = network.takes.length > 0 ? network.takes.shift() : network.usual;
      if (took === null || took === undefined) throw new Error('nothing came back');
      network.at += took;
    },
    rest: async () => void (network.at += 80),
    now: () => network.at,
    isOnline: () => network.online,
    events,
  });
  const settled = () =>
    new Promise<NetworkState>((resolve) => {
      const look = () => watch.state().is !== 'measuring' && (stop(), resolve(watch.state()));
      const stop = watch.subscribe(look);
      look();
    });
  return {
    network,
    watch,
    settled,
    tell: (what: 'online' | 'offline') => {
      network.online = what === 'online';
      events.dispatchEvent(new Event(what));
    },
  };
}

describe('the way to the server', () => {
  it('is measured by itself, without the first answer, which also opens the connection', async () => {
    const { watch, network, settled } = openNetwork(900);
    watch.start();
    expect(await settled()).toMatchObject({ is: 'measured', verdict: 'good', p50: 20, jitter: 0, lost: 0 });
    expect(network.asked).toBe(countedTrips + 1);
  });

  it('is shown while it is measured', async () => {
    const { watch, settled } = openNetwork();
    const seen: number[] = [];
    watch.subscribe(() => {
      const state = watch.state();
      if (state.is === 'measuring') seen.push(state.tripsMs.length);
    });
    watch.start();
    await settled();
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is measured again when somebody asks, from the beginning', async () => {
    const { watch, network, settled } = openNetwork();
    watch.start();
    await settled();
    network.usual = 500;
    watch.again();
    expect(watch.state()).toEqual({ is: 'measuring', tripsMs: [] });
    expect(await settled()).toMatchObject({ verdict: 'usable', p50: 500 });
  });

  it('with a hole is no good one', async () => {
    const { watch, settled } = openNetwork(20, 20, null);
    watch.start();
    expect(await settled()).toMatchObject({ verdict: 'usable', lost: 1 });
  });

  it('is called broken soon where the server does not answer at all', async () => {
    const { watch, network, settled } = openNetwork();
    network.usual = null;
    watch.start();
    expect(await settled()).toEqual({ is: 'none', why: 'unreachable' });
    expect(network.asked).toBe(3);
  });
});

describe('a device without a network', () => {
  it('is told so without asking anybody, and measures when the network comes', async () => {
    const { watch, network, settled, tell } = openNetwork();
    network.online = false;
    watch.start();
    expect(watch.state()).toEqual({ is: 'none', why: 'offline' });
    expect(network.asked).toBe(0);
    tell('online');
    expect(await settled()).toMatchObject({ is: 'measured', verdict: 'good' });
  });

  it('is told so at once when it loses it, also in the middle of measuring', async () => {
    const { watch, network, settled, tell } = openNetwork();
    watch.start();
    tell('offline');
    expect(watch.state()).toEqual({ is: 'none', why: 'offline' });
    // What was under way says nothing any more.
    await new Promise((resolve) => setTimeout(resolve));
    expect(watch.state()).toEqual({ is: 'none', why: 'offline' });
    expect(network.asked).toBe(1);
    tell('online');
    expect(await settled()).toMatchObject({ is: 'measured' });
  });

  it('is not listened to any more once nobody looks', () => {
    const { watch, network, tell } = openNetwork();
    const stop = watch.start();
    stop();
    const asked = network.asked;
    tell('offline');
    tell('online');
    expect(network.asked).toBe(asked);
  });
});
