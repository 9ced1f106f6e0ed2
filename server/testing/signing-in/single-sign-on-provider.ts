import http from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/**
 * A real OpenID Connect provider on loopback. Whoever signs in there is who they say: the password is not looked at.
 * `redirectUri` is the one address it sends browsers back to.
 */
export async function singleSignOnProvider(redirectUri: string) {
  const server = http.createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { client_id: "zhongtiao", client_secret: "only-for-this-test", redirect_uris: [redirectUri] };
  const provider = new Provider(issuer, {
    clients: [client],
    pkce: { required: () => true },
    cookies: { keys: ["only-for-this-test"] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      // A mail address of somebody else: nobody may get in by it.
      claims: () => ({ sub: id, email: "admin@demo.example", email_verified: true }),
    }),
  });
  server.on("request", provider.callback());
  return {
    issuer,
    clientId: client.client_id,
    clientSecret: client.client_secret,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

type Jar = Map<string, string>;

/** Sends a request with the cookies of `jar` and keeps those of the answer, like a browser that follows nothing. */
async function visit(jar: Jar, address: string, form?: Record<string, string>): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const answer = await fetch(address, {
    redirect: "manual",
    headers: { cookie },
    ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
  });
  for (const line of answer.headers.getSetCookie()) {
    const [name = "", value = ""] = line.split(";")[0]?.split(/=(.*)/s) ?? [];
    if (value) jar.set(name, value);
    else jar.delete(name);
  }
  return answer;
}

/** Signs in at the provider as `subject`, agrees, and gives the address it sends the browser back to. */
export async function signInAtProvider(start: string, subject: string, redirectUri: string): Promise<string> {
  const jar: Jar = new Map();
  let address = start;
  for (let step = 0; step < 12; step += 1) {
    if (address.startsWith(redirectUri)) return address;
    let answer = await visit(jar, address);
    if (answer.status === 200) {
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "";
      const form: Record<string, string> =
        prompt === "login" ? { prompt, login: subject, password: "any" } : { prompt };
      answer = await visit(jar, address, form);
    }
    const next = answer.headers.get("location");
    if (!next) throw new Error(`the provider stopped at ${address} with ${answer.status}`);
    address = new URL(next, address).href;
  }
  throw new Error("the provider never came back");
}
