import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A letter as a mail server keeps it. */
export interface KeptMail {
  id: string;
  to: string;
  raw: string;
}

/** What a mail server says to one letter: nothing (accepted), or a code and a text. */
export type MailAnswer = (to: string, nth: number) => { code: number; text: string } | null;

/**
 * A real mail server on this machine; `answer` decides whether it refuses at the sender, the recipient or after the
 * text. A silent one keeps the letter and never acknowledges it.
 */
export async function mailServer(
  answer: { sender?: MailAnswer; recipient?: MailAnswer; text?: MailAnswer; isSilent?: boolean } = {},
) {
  const kept: KeptMail[] = [];
  let nth = 0;
  const refusal = (said: { code: number; text: string } | null | undefined) =>
    said ? Object.assign(new Error(said.text), { responseCode: said.code }) : null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onMailFrom({ address }, _session, done) {
      done(refusal(answer.sender?.(address, nth)));
    },
    onRcptTo({ address }, _session, done) {
      done(refusal(answer.recipient?.(address, nth)));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        nth += 1;
        const to = session.envelope.rcptTo[0]?.address ?? "";
        const problem = refusal(answer.text?.(to, nth));
        const raw = Buffer.concat(chunks).toString("utf8");
        if (!problem) kept.push({ id: /^Message-ID: <([^@>]+)@/im.exec(raw)?.[1] ?? "", to, raw });
        if (!answer.isSilent) done(problem);
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    kept,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export interface KeptPost {
  key: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
}
export interface PostAnswer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** A web address on this machine that takes messages: `answer` decides, what is answered with 2xx is kept. */
export async function postServer(
  answer: (post: KeptPost, nth: number) => PostAnswer = () => ({ status: 200, body: { code: 0 } }),
) {
  const kept: KeptPost[] = [];
  let nth = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      nth += 1;
      const post: KeptPost = {
        key: String(request.headers["idempotency-key"] ?? ""),
        path: request.url ?? "",
        headers: request.headers,
        body: Buffer.concat(chunks).toString("utf8"),
      };
      const { status, body, headers } = answer(post, nth);
      if (status < 300) kept.push(post);
      response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    kept,
    url: `http://127.0.0.1:${port}/send`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Everything a mail says, decoded: its parts one under the other. */
export function textOfMail({ raw }: KeptMail): string {
  return raw
    .split(/^--[^\r\n]+$/m)
    .map((part) => {
      const at = part.indexOf("\r\n\r\n");
      const body = part.slice(at + 4);
      const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(part.slice(0, at))?.[1]?.toLowerCase();
      if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
      if (encoding !== "quoted-printable") return body;
      const bytes = body
        .replace(/=\r\n/g, "")
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      return Buffer.from(bytes, "latin1").toString("utf8");
    })
    .join("\n");
}
