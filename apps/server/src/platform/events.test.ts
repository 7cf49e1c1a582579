import { OrganisationId } from '@coachvisio/contract/id.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { eventChannel, publish, watchEvents } from './events.ts';
import { newId } from './id.ts';
import { deadLetters } from './job-runner.ts';
import { eventData, job } from './jobs.ts';
import type { Platform } from './platform.ts';
import { startTestServer, type TestServer } from './testing.ts';

const org = OrganisationId.parse(newId('org'));
const seen: { job: string; member: string; org: string }[] = [];
let failures = 0;

const note = (name: string) =>
  job({
    name,
    schema: eventData('member.deleted'),
    handle: async (ctx, { payload }) => {
      // What a job does, it does inside the organisation of the event.
      await ctx.tx((tx) => tx.execute(sql`select 1`));
      seen.push({ job: name, member: payload.member, org: ctx.org });
    },
  });

const feature = {
  name: 'listener',
  jobs: [
    note('test.note'),
    note('test.note-too'),
    job({
      name: 'test.fail-twice',
      schema: eventData('session.deleted'),
      retry: { limit: 3, delaySeconds: 0 },
      handle: async () => {
        failures += 1;
        if (failures < 3) throw new Error('not yet');
      },
    }),
    job({
      name: 'test.fail-always',
      schema: eventData('report.ready'),
      retry: { limit: 1, delaySeconds: 0 },
      handle: async () => Promise.reject(new Error('never')),
    }),
  ],
  subscriptions: [
    { event: 'member.deleted', job: 'test.note' },
    { event: 'member.deleted', job: 'test.note-too' },
    { event: 'session.deleted', job: 'test.fail-twice' },
    { event: 'report.ready', job: 'test.fail-always' },
  ],
} as const;

const of = (member: string) => seen.filter((one) => one.member === member);

describe('an event', () => {
  let server: TestServer;
  let platform: Platform;
  beforeAll(async () => {
    server = await startTestServer({ features: [feature] });
    platform = server.platform;
  });
  afterAll(() => server.close());

  it('reaches each job that subscribes to it, once', async () => {
    const member = newId('mem');
    await platform.db.tenant(org, (tx) => publish(tx, 'member.deleted', { member }));
    await vi.waitFor(
      () =>
        expect(
          of(member)
            .map((one) => one.job)
            .sort(),
        ).toEqual(['test.note', 'test.note-too']),
      { timeout: 20_000, interval: 5 },
    );
    expect(of(member)[0]?.org).toBe(org);
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(of(member)).toHaveLength(2);
  });

  it('reaches nobody when its transaction is rolled back', async () => {
    const member = newId('mem');
    await expect(
      platform.db.tenant(org, async (tx) => {
        await publish(tx, 'member.deleted', { member });
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(of(member)).toEqual([]);
  });

  it('is refused when its payload is not what the contract says', async () => {
    // @ts-expect-error: the compiler refuses it as well
    await expect(platform.db.tenant(org, (tx) => publish(tx, 'member.deleted', { name: 'Zoé' }))).rejects.toThrow();
  });

  it('passed on a second time adds no second job', async () => {
    const member = newId('mem');
    const id = await platform.db.tenant(org, (tx) => publish(tx, 'member.deleted', { member }));
    await vi.waitFor(() => expect(of(member)).toHaveLength(2), { timeout: 20_000 });
    await platform.db.system((tx) => tx.execute(sql`update event set dispatched_at = null where id = ${id}`));
    await vi.waitFor(
      async () => {
        const rows = await platform.db.system((tx) => tx.execute(sql`select 1 from event where dispatched_at is null`));
        expect(rows).toEqual([]);
      },
      { timeout: 20_000 },
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(of(member)).toHaveLength(2);
  });

  it('is tried again when its job fails', async () => {
    await platform.db.tenant(org, (tx) => publish(tx, 'session.deleted', { session: newId('ses') }));
    await vi.waitFor(() => expect(failures).toBe(3), { timeout: 15_000 });
  }, 20_000);

  it('whose job always fails is set aside with its data', async () => {
    const payload = { session: newId('ses'), report: newId('rep') };
    await platform.db.tenant(org, (tx) => publish(tx, 'report.ready', payload));
    const Dead = z.array(z.object({ data: z.object({ org: z.string(), payload: z.unknown() }) }));
    await vi.waitFor(
      async () => {
        const dead = Dead.parse((await server.native(`select data from pgboss.job where name = '${deadLetters}'`)).rows);
        expect(dead.map(({ data }) => data.payload)).toContainEqual(payload);
      },
      { timeout: 15_000 },
    );
  }, 20_000);

  it('is heard by whoever watches, in any process', async () => {
    const heard: unknown[] = [];
    const stop = await watchEvents(platform.db, (notice) => heard.push(notice));
    const member = newId('mem');
    const id = await platform.db.tenant(org, (tx) => publish(tx, 'member.deleted', { member }));
    await vi.waitFor(() => expect(heard).toEqual([{ org, id, name: 'member.deleted', payload: { member } }]), { timeout: 2000 });
    await stop();
    await platform.db.tenant(org, (tx) => publish(tx, 'member.deleted', { member }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toHaveLength(1);
  });

  it('is not disturbed by a notice that is none', async () => {
    const heard: unknown[] = [];
    const stop = await watchEvents(platform.db, (notice) => heard.push(notice));
    for (const garbage of ['', '{', 'null', '{"org":1}', '[]']) await server.native('select pg_notify($1, $2)', [eventChannel, garbage]);
    const member = newId('mem');
    await platform.db.tenant(org, (tx) => publish(tx, 'member.deleted', { member }));
    await vi.waitFor(() => expect(heard).toHaveLength(1), { timeout: 2000 });
    await stop();
  });
});
