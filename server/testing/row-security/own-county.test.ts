import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { asActor, postgresError } from "../../kernel/transaction";
import { type TestCounty, testCounty } from "../county";

/** Functions that bypass row-level security and take no county, with what keeps each to the caller's county. */
const withoutCounty: Record<string, string> = {
  account_to_sign_in: "a user name is the whole question: nobody is known before they sign in",
  add_job: "its payload names the county, for which it asks",
  closed_to_me: "ids of the caller's own recusals, asked beside the proof, and only to take rights away",
  county_of_link: "the secret's hash is the whole question, and the answer is only the county",
  given_up_work: "a number of the whole installation",
  is_proven: "compares a hash, and says no more than yes or no",
  names_relapse: "a link that the system's own statement reads, for its login alone; says no more than yes or no",
  read_feed: "the token's hash is the whole question: calendar programs ask before any county is known",
  retry_work: "takes only what failed_work names, and that knows its county",
  sealed_paper_by: "the code or the file's hash is the whole question, and the answer says nothing of the matter",
  signed_in: "the cookie's hash is the whole question, and the answer is its own person",
  slip_by: "the hash of the slip's code is the whole question, and the answer says number, stage and telephone alone",
};

interface Definer extends Record<string, unknown> {
  name: string;
  source: string;
  /** Its arguments' names, or null where it has none. */
  names: string[] | null;
  /** Its arguments as typed nulls, the county's as $county. */
  call: string;
}

/** Every callable `security definer` function of ours; trigger functions see only their own row and are left out. */
const definers = () =>
  database().execute<Definer>(sql`
    select p.proname::text as name, p.prosrc as source, p.proargnames::text[] as names,
      format('select from app.%I(%s)', p.proname, (select string_agg(
        case when p.proargnames[a.place] = 'p_county' then '$county' else format('null::%s', format_type(a.type, null)) end, ', ' order by a.place)
        from unnest(p.proargtypes::oid[]) with ordinality a (type, place))) as call
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'app' and p.prosecdef and p.prorettype <> 'trigger'::regtype
      and (has_function_privilege('zhongtiao_app', p.oid, 'execute') or has_function_privilege('zhongtiao_system', p.oid, 'execute')) order by 1`);

describe("functions that bypass row-level security", () => {
  let county: TestCounty;
  beforeAll(async () => {
    county = await testCounty(["LW"]);
  });
  const asked = (call: string, countyId: string) =>
    // As the system, which may call them all.
    asActor(county.system(), (tx) => tx.execute(sql.raw(call.replace("$county", `'${countyId}'::uuid`)))).then(
      () => "answered",
      (error: unknown) => postgresError(error)?.code ?? "thrown",
    );

  it("are refused for another county, whatever the other arguments", async () => {
    const taking = (await definers()).filter(({ names }) => names?.includes("p_county"));
    expect(taking.length).toBeGreaterThan(7);
    for (const { name, call } of taking) {
      expect(await asked(call, crypto.randomUUID()), name).toBe("42501");
      expect(await asked(call, county.countyId), name).not.toBe("42501");
    }
  });

  it("take a county, work out the caller's and ask for its proof, or are on the list with a reason", async () => {
    const loose = (await definers())
      .filter(({ names, source }) => !names?.includes("p_county") && !source.includes("app.proven_county()"))
      .map(({ name }) => name);
    expect([...new Set(loose)]).toEqual(Object.keys(withoutCounty));
  });
});
