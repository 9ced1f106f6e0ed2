import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { encode } from "next-auth/jwt";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { callContext } from "@/app/_trpc/context";
import { cookieNames } from "@/server/access/cookies";
import { openSignIn } from "@/server/access/sign-in";
import { appRouter } from "@/server/api/root";
import { testCounty } from "@/server/testing/county";
import { POST as call } from "./route";

const secret = "a-secret-of-this-test-alone-0123456789";
const cookies = new Map<string, string>();
beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", secret);
  const county = await testCounty(["LW"]);
  for (const username of ["mediator", "property"]) {
    const sid = await openSignIn(county.countyId, county.people[username] ?? "", new Date());
    cookies.set(username, `${cookieNames().session}=${await encode({ token: { sid }, secret })}`);
  }
});
afterAll(() => vi.unstubAllEnvs());

it("calls are answered as tRPC's own handler answers them, also what it cannot read", async () => {
  const calls: [path: string, body: string, username?: string | null][] = [
    ["account.me?batch=1", '{"0":{}}'],
    ["account.me", "{}"],
    ["account.me", "null"],
    ["account.me", ""],
    ["account.me,notifications.unread?batch=1", '{"0":{},"1":{}}'],
    ["account.me,notifications.unread?x=?&batch=1", '{"0":{}}'],
    ["account.me%2Cnotifications.unread?batch=1", '{"0":{},"1":{}}'],
    ["account.me,notifications.unread", '{"0":{}}'],
    ["account.me,nothing.there?batch=1", '{"0":{}}'],
    ["nothing.there", "{}"],
    ["constructor", "{}"],
    ["account.me,account.setLocale?batch=1", '{"0":{}}'],
    ["account.setLocale?batch=1", '{"0":{"key":"no","input":{"locale":"zh"}}}'],
    ["account.setLocale", '{"key":'],
    ["account.me?batch=1", "[{}]"],
    ["account.me?batch=1", "7"],
    ["account.me%zz", "{}"],
    [`${"account.me,".repeat(10)}account.me?batch=1`, "{}"],
    ["disputes.byId?batch=1", `{"0":{"disputeId":"${v7()}"}}`],
    ["disputes.byId?batch=1", '{"0":{"disputeId":"7"}}', "property"],
    ["disputes.list,account.me?batch=1", '{"0":{"scope":"unarchived"},"1":{}}', null],
  ];
  const said = async (answer: Response) => [
    answer.status,
    (await answer.text()).replace(/"requestId":"[A-Z2-9]{6}"/g, '"requestId":""'),
  ];
  for (const [at, body, username = "mediator"] of calls) {
    const headers = { "content-type": "application/json", cookie: cookies.get(username ?? "") ?? "" };
    const asked = () => new Request(`http://localhost:4010/api/trpc/${at}`, { method: "POST", headers, body });
    const reference = await fetchRequestHandler({
      ...{ endpoint: "/api/trpc", req: asked(), router: appRouter, allowMethodOverride: true, maxBatchSize: 10 },
      createContext: () => callContext(asked().headers, new Date()),
    });
    const answer = await call(asked());
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(await said(answer), `${at} ${body}`).toEqual(await said(reference));
  }
});
