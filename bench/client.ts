import { Agent, request } from "node:http";
import { v7 } from "uuid";

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** A browser without a screen: keeps connections and cookies of one signed-in person. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  private readonly base: URL;
  private readonly agent: Agent;
  constructor(base: string, agent: Agent) {
    this.base = new URL(base);
    this.agent = agent;
  }

  send(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const sent = { ...headers, ...(cookie ? { cookie } : {}), ...(body ? { "content-length": String(Buffer.byteLength(body)) } : {}) };
    return new Promise((resolve, reject) => {
      const call = request(
        { host: "127.0.0.1", port: this.base.port, method, path, agent: this.agent, headers: { host: this.base.host, ...sent } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on("data", (part: Buffer) => parts.push(part));
          answer.on("error", reject);
          answer.on("end", () => {
            for (const line of answer.headers["set-cookie"] ?? []) {
              const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
              this.cookies.set(name, value);
            }
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) });
          });
        },
      );
      call.on("error", reject);
      call.end(body);
    });
  }

  async signIn(name: string, password: string): Promise<void> {
    const { body } = await this.send("GET", "/api/auth/csrf");
    const { csrfToken } = JSON.parse(body.toString()) as { csrfToken: string };
    const form = new URLSearchParams({ csrfToken, name, password, json: "true" }).toString();
    const { status, body: said } = await this.send("POST", "/api/auth/callback/credentials", form, {
      "content-type": "application/x-www-form-urlencoded",
    });
    if (status >= 400) throw new Error(`${name} could not sign in: ${status} ${said.toString().slice(0, 200)}`);
  }

  /** Calls a procedure; gives its data. */
  async call<T = unknown>(procedure: string, input: unknown): Promise<T> {
    const { status, body } = await this.send("POST", `/api/trpc/${procedure}`, JSON.stringify(input ?? null), {
      "content-type": "application/json",
    });
    if (status !== 200) throw new Error(`${procedure} answered ${status}: ${body.toString().slice(0, 300)}`);
    return (JSON.parse(body.toString()) as { result: { data: T } }).result.data;
  }

  /** Carries out an act once. */
  act<T = unknown>(procedure: string, input: unknown): Promise<T> {
    return this.call<T>(procedure, { key: v7(), input });
  }
}

export const keepingAgent = (connections: number): Agent => new Agent({ keepAlive: true, maxSockets: connections });
