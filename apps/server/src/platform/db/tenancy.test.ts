import { MemberId, type OrganisationId } from '@coachvisio/contract/id.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { publish } from '../events.ts';
import { newId } from '../id.ts';
import { startTestServer, type TestClient, type TestServer } from '../testing.ts';

const Count = z.tuple([z.object({ n: z.number() })]);
const codeOf = async (running: Promise<unknown>): Promise<unknown> => {
  try {
    await running;
    return 'accepted';
  } catch (error) {
    return (
      z.object({ cause: z.object({ code: z.string() }) }).safeParse(error).data?.cause.code ??
      z.object({ code: z.string() }).safeParse(error).data?.code ??
      error
    );
  }
};
const insufficientPrivilege = '42501';

describe('an organisation', () => {
  let server: TestServer;
  let ours: TestClient;
  let theirs: TestClient;
  beforeAll(async () => {
    server = await startTestServer();
    ours = await server.asMember();
    theirs = await server.asMember();
  });
  afterAll(() => server.close());

  const run = (org: OrganisationId, statement: ReturnType<typeof sql>) => server.db.tenant(org, async (tx) => tx.execute(statement));
  const count = async (org: OrganisationId, statement: ReturnType<typeof sql>) => Count.parse(await run(org, statement))[0].n;

  it('sees its own rows and none of another', async () => {
    const { organisation } = ours.me;
    expect(await count(organisation.id, sql`select count(*)::int as n from member`)).toBe(1);
    expect(await count(organisation.id, sql`select count(*)::int as n from organisation`)).toBe(1);
    expect(await count(organisation.id, sql`select count(*)::int as n from event where org_id <> ${organisation.id}`)).toBe(0);
    expect(await count(organisation.id, sql`select count(*)::int as n from member where org_id = ${theirs.me.organisation.id}`)).toBe(0);
  });

  it('cannot change, delete or write rows of another', async () => {
    const mine = ours.me.organisation.id;
    const other = theirs.me.organisation.id;
    await run(mine, sql`update member set name = 'x' where org_id = ${other}`);
    await run(mine, sql`delete from organisation where id = ${other}`);
    expect(await count(other, sql`select count(*)::int as n from member where name <> 'x'`)).toBe(1);
    expect(await codeOf(run(mine, sql`insert into event (org_id, id, name, payload) values (${other}, 'evt_x', 'member.deleted', '{}')`))).toBe(
      insufficientPrivilege,
    );
    expect(await codeOf(run(mine, sql`update member set org_id = ${other}`))).not.toBe('accepted');
  });

  it('cannot rewrite what happened', async () => {
    const mine = ours.me.organisation.id;
    expect(await codeOf(run(mine, sql`update event set name = 'session.ended'`))).toBe(insufficientPrivilege);
    expect(await codeOf(run(mine, sql`delete from event`))).toBe(insufficientPrivilege);
  });

  it.each(['auth.account_user', 'auth.session', 'auth.credential', 'auth.api_key', 'pgboss.job', 'pgboss.queue', 'schema_migration'])(
    'cannot read %s',
    async (table) => {
      expect(await codeOf(run(ours.me.organisation.id, sql`select 1 from ${sql.raw(table)}`))).toBe(insufficientPrivilege);
    },
  );

  it('cannot take another role by itself, and forgets its own at the end', async () => {
    const mine = ours.me.organisation.id;
    const Role = z.tuple([z.object({ role: z.string(), org: z.string() })]);
    const who = sql`select current_user as role, current_setting('app.org_id') as org`;
    expect(Role.parse(await run(mine, who))[0]).toEqual({ role: 'coachvisio_tenant', org: mine });
    await expect(server.db.tenant(mine, async () => Promise.reject(new Error('undone')))).rejects.toThrow('undone');
    expect(Role.parse(await server.db.system((tx) => tx.execute(sql`select current_user as role, current_setting('app.org_id', true) as org`)))[0]).toEqual({
      role: 'coachvisio_system',
      org: '',
    });
  });

  it('is refused when its id is not one', async () => {
    await expect(server.db.tenant(`org_'; drop table member; --`, async () => undefined)).rejects.toThrow();
  });

  it('writes nothing when a statement failed, even if that was swallowed', async () => {
    const mine = ours.me.organisation.id;
    const before = await count(mine, sql`select count(*)::int as n from event`);
    await expect(
      server.db.tenant(mine, async (tx) => {
        await publish(tx, 'member.deleted', { member: newId('mem') });
        await tx.execute(sql`select 1 / 0`).catch(() => undefined);
      }),
    ).rejects.toThrow();
    expect(await count(mine, sql`select count(*)::int as n from event`)).toBe(before);
  });

  it('refuses a transaction inside another instead of waiting for itself', async () => {
    const mine = ours.me.organisation.id;
    await expect(server.db.tenant(mine, async () => server.db.tenant(mine, async () => undefined))).rejects.toThrow(/inside another/);
  });

  it('reads numbers, dates and json the same way on both engines', async () => {
    const Read = z.tuple([z.object({ big: z.literal(9_007_199_254_740_991), at: z.string().startsWith('2026-11-22'), json: z.object({ a: z.literal(1) }) })]);
    Read.parse(
      await run(ours.me.organisation.id, sql`select 9007199254740991::int8 as big, '2026-11-22T12:00:00Z'::timestamptz as at, '{"a":1}'::jsonb as json`),
    );
  });

  it('never gets a transaction that another one is in', async () => {
    const mine = ours.me.organisation.id;
    const seen = await Promise.all(
      [mine, theirs.me.organisation.id, mine, theirs.me.organisation.id].map((org) =>
        server.db.tenant(org, async (tx) =>
          z
            .array(z.object({ id: MemberId, org_id: z.string() }))
            .parse(await tx.execute(sql`select id, org_id from member`))
            .every((row) => row.org_id === org),
        ),
      ),
    );
    expect(seen).toEqual([true, true, true, true]);
  });
});

describe('the catalogue', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('forces row-level security, with a policy, on every table that belongs to an organisation', async () => {
    const Found = z.array(z.object({ name: z.string(), forced: z.boolean(), policies: z.number(), in_key: z.boolean() }));
    const tables = Found.parse(
      await server.db.system((tx) =>
        tx.execute(sql`
          select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as forced,
            (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
            not exists (
              select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and n.nspname = 'public'
              and not exists (select 1 from pg_attribute k where k.attrelid = c.oid and k.attnum = any(i.indkey) and k.attname = 'org_id')
            ) or c.relname = 'organisation' as in_key
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p') and n.nspname in ('public', 'auth')
            and (c.relname = 'organisation' or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped))`),
      ),
    );
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['event', 'member', 'organisation', 'auth.api_key']));
    for (const table of tables) {
      expect.soft(table, table.name).toMatchObject({ forced: true, in_key: true });
      expect.soft(table.policies, table.name).toBeGreaterThan(0);
    }
  });

  it('lets no role of ours bypass the policies', async () => {
    const rows = await server.db.system((tx) =>
      tx.execute(sql`select rolname from pg_roles where rolname like 'coachvisio_%' and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole)`),
    );
    expect(rows).toEqual([]);
  });

  it('holds no view that reads past the policies', async () => {
    const rows = await server.db.system((tx) =>
      tx.execute(sql`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('v', 'm') and n.nspname = 'public' and not coalesce('security_invoker=true' = any(c.reloptions), false)`),
    );
    expect(rows).toEqual([]);
  });
});
