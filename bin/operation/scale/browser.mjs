import { randomUUID } from "node:crypto";

/** One signed-in person without a screen: cookies, and calls that say how they ended. @param {string} base */
export function browser(base) {
  /** @type {Map<string, string>} */
  const cookies = new Map();

  /** @param {string} path @param {RequestInit} [init] */
  async function send(path, init = {}) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...Object.fromEntries(new Headers(init.headers)), cookie };
    const answer = await fetch(base + path, {
      ...init,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(20_000),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  }
  return {
    /** @param {string} name @param {string} password */
    async signIn(name, password) {
      const { csrfToken } = /** @type {{ csrfToken: string }} */ (await (await send("/api/auth/csrf")).json());
      const form = new URLSearchParams({ csrfToken, name, password, json: "true" });
      const answer = await send("/api/auth/callback/credentials", { method: "POST", body: form });
      if (answer.status >= 400) throw new Error(`${name} could not sign in: ${answer.status}`);
    },
    /**
     * Calls a procedure once. `status` is 0 where no answer came.
     * @param {string} procedure @param {unknown} input
     * @returns {Promise<{ status: number, data?: unknown }>}
     */
    async call(procedure, input) {
      try {
        const body = JSON.stringify(input);
        const headers = { "content-type": "application/json" };
        const answer = await send(`/api/trpc/${procedure}`, { method: "POST", headers, body });
        const words = await answer.text();
        return { status: answer.status, data: answer.status === 200 ? JSON.parse(words).result.data : words };
      } catch {
        return { status: 0 };
      }
    },
  };
}

export const newKey = () => randomUUID();
