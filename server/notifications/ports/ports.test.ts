import { createHmac } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { mailServer, postServer, textOfMail } from "../../testing/receivers";
import { portsFrom } from "./choose";
import { countySmsPort } from "./county-sms";
import { mailPort, mailTimeouts } from "./mail";
import type { Letter } from "./port";
import { dingtalkPort, dingtalkSign, wecomPort } from "./robots";

const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

const letter = (over: Partial<Letter> = {}): Letter => ({
  key: "0199aaaa-0000-7000-8000-000000000001",
  locale: "zh-CN",
  to: { name: "林晓岚", address: "lin@example.org" },
  subject: "调解会定了",
  text: "林晓岚：\n\n调解会定在 11月26日。",
  ...over,
});

describe("mail", () => {
  it("arrives whole, under a Message-ID of the delivery, with the session for the calendar", async () => {
    const server = await mailServer();
    ends.push(server.close);
    const invite = { method: "REQUEST" as const, content: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n" };
    const outcome = await mailPort(server.url, "众调 <notices@zhongtiao.example>").send(letter({ invite }));
    expect(outcome.is).toBe("sent");
    const [mail] = server.kept;
    expect(mail?.id).toBe(letter().key);
    expect(mail?.raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/i);
    expect(textOfMail(mail as never)).toContain("调解会定在 11月26日");
  });

  it.each([
    ["a mailbox that does not exist is refused for good", 550, { is: "refused", problem: "badAddress" }],
    ["another refusal for good says so", 554, { is: "refused", problem: "refusedThere" }],
    ["a busy server is asked later", 451, { is: "later", problem: "busyThere" }],
  ])("%s", async (_name, code, expected) => {
    const server = await mailServer({ recipient: () => ({ code, text: "no" }) });
    ends.push(server.close);
    expect(await mailPort(server.url, "a@example.org").send(letter())).toEqual(expected);
  });

  it.each([
    [
      "a sender it does not take is our own fault and waits",
      "MAIL FROM",
      550,
      { is: "later", problem: "senderRefused" },
    ],
    ["a text it does not take says nothing of the address", "DATA", 550, { is: "refused", problem: "refusedThere" }],
  ])("%s", async (_name, at, code, expected) => {
    const said = () => ({ code, text: "no" });
    const server = await mailServer(at === "DATA" ? { text: said } : { sender: said });
    ends.push(server.close);
    expect(await mailPort(server.url, "a@example.org").send(letter())).toEqual(expected);
  });

  it("a server that takes the letter and then says nothing is waited for no longer than for any reply", async () => {
    const server = await mailServer({ isSilent: true });
    ends.push(server.close);
    const shorter = { ...mailTimeouts, socketTimeout: 1_500 };
    expect(await mailPort(server.url, "a@example.org", shorter).send(letter())).toEqual({
      is: "later",
      problem: "unreachable",
    });
    expect(server.kept.length).toBe(1);
    // What the product itself waits is far below the time a delivery may take.
    expect(mailTimeouts.socketTimeout).toBe(8_000);
  });

  it("a server that is not there is asked later", async () => {
    const server = await mailServer();
    await server.close();
    expect(await mailPort(server.url, "a@example.org").send(letter())).toEqual({ is: "later", problem: "unreachable" });
  });
});

describe("text messages of the county's platform", () => {
  const sms = letter({ to: { name: "", address: "13900001001" }, subject: "", text: "调解会定了" });
  const answered = async (status: number, body: unknown, headers?: Record<string, string>) => {
    const server = await postServer(() => ({ status, body, ...(headers ? { headers } : {}) }));
    ends.push(server.close);
    return { server, outcome: await countySmsPort(server.url, "a-key-of-sixteen-letters").send(sms) };
  };

  it("are signed over time and body and carry the delivery's key", async () => {
    const { server, outcome } = await answered(200, { code: 0, id: "p-17" });
    expect(outcome).toEqual({ is: "sent", reference: "p-17" });
    const [post] = server.kept;
    const expected = createHmac("sha256", "a-key-of-sixteen-letters")
      .update(`${post?.headers["x-timestamp"]}\n${post?.body}`)
      .digest("hex");
    expect(post?.headers["x-signature"]).toBe(expected);
    expect(post?.key).toBe(sms.key);
    expect(JSON.parse(post?.body ?? "")).toEqual({ id: sms.key, to: "13900001001", text: "调解会定了" });
  });

  it.each([
    [200, { code: "badNumber" }, { is: "refused", problem: "badAddress" }],
    [200, { code: 7, retry: false }, { is: "refused", problem: "refusedThere" }],
    [200, { code: 7 }, { is: "later", problem: "busyThere" }],
    [400, {}, { is: "refused", problem: "refusedThere" }],
    [401, {}, { is: "later", problem: "keyRefused" }],
    [503, {}, { is: "later", problem: "unreachable" }],
  ])("%i %j is understood", async (status, body, expected) => {
    expect((await answered(status, body)).outcome).toEqual(expected);
  });

  it("wait as long as they are told to", async () => {
    expect((await answered(429, {}, { "Retry-After": "90" })).outcome).toEqual({
      is: "later",
      problem: "busyThere",
      waitMs: 90_000,
    });
  });
});

describe("group robots", () => {
  it("take the result from the body, whatever the status line says", async () => {
    const codes = [0, 45009, 93000, -1];
    const server = await postServer((_post, nth) => ({ status: 200, body: { errcode: codes[nth - 1] } }));
    ends.push(server.close);
    const robot = wecomPort(server.url);
    const outcomes = [];
    for (const _ of codes) outcomes.push(await robot.send(letter()));
    expect(outcomes).toEqual([
      { is: "sent", reference: "" },
      { is: "later", problem: "busyThere", waitMs: 60_000 },
      { is: "refused", problem: "refusedThere" },
      { is: "later", problem: "unreachable" },
    ]);
    expect(JSON.parse(server.kept[0]?.body ?? "")).toEqual({ msgtype: "text", text: { content: letter().text } });
  });

  it("DingTalk's address carries time and sign", async () => {
    const server = await postServer(() => ({ status: 200, body: { errcode: 0 } }));
    ends.push(server.close);
    expect((await dingtalkPort(`${server.url}?access_token=x`, "SECxyz").send(letter())).is).toBe("sent");
    const asked = new URL(server.kept[0]?.path ?? "", server.url).searchParams;
    expect(asked.get("access_token")).toBe("x");
    expect(asked.get("sign")).toBe(dingtalkSign(Number(asked.get("timestamp")), "SECxyz"));
  });

  it("send no more than the group takes in a minute; the rest waits for its turn", async () => {
    const server = await postServer(() => ({ status: 200, body: { errcode: 0 } }));
    ends.push(server.close);
    const robot = wecomPort(server.url);
    const outcomes = [];
    for (let n = 0; n < 25; n += 1) outcomes.push(await robot.send(letter()));
    expect(server.kept.length).toBe(18);
    expect(
      outcomes.slice(18).every((one) => one.is === "later" && one.problem === "inTurn" && (one.waitMs ?? 0) > 0),
    ).toBe(true);
  });
});

describe("settings", () => {
  const refusal = (env: Record<string, string>) => () => portsFrom(env as never, null);

  it("a broken, half or unknown one ends the worker at its start and names itself", () => {
    expect(refusal({ SMTP_URL: "mail.example.org", MAIL_FROM: "a@example.org" })).toThrow(
      "SMTP_URL must be an address",
    );
    expect(refusal({ SMTP_URL: "smtp://mail.example.org" })).toThrow("MAIL_FROM is missing beside SMTP_URL");
    expect(refusal({ SMS_URL: "https://sms.example.org" })).toThrow("SMS_KEY is missing");
    expect(refusal({ SMS_URL: "https://sms.example.org", SMS_KEY: "short" })).toThrow("16 characters");
    expect(refusal({ DINGTALK_ROBOT_URL: "https://ding.example.org" })).toThrow("DINGTALK_SECRET is missing");
    // Phones and names would be read on the way.
    const plain = { SMS_URL: "http://sms.example.org", SMS_KEY: "0123456789abcdef" };
    expect(refusal(plain)).toThrow("SMS_URL must begin with https://");
    expect(refusal({ ...plain, ALLOW_UNSAFE: "demo,http" })).not.toThrow();
    expect(refusal({ SMTP_HOST: "mail.example.org" })).toThrow("SMTP_HOST: no such setting");
  });

  it("without any, mail and text messages are written down and not sent, and there is no robot", async () => {
    const outbox = await mkdtemp(path.join(os.tmpdir(), "outbox-"));
    ends.push(() => rm(outbox, { recursive: true }));
    const ports = portsFrom({ PATH: "/bin" } as never, outbox);
    expect([ports.wecom, ports.dingtalk]).toEqual([null, null]);
    expect(await ports.email.send(letter())).toEqual({ is: "sent", reference: "recorded" });
    const line = JSON.parse(await readFile(path.join(outbox, "email.jsonl"), "utf8"));
    expect(line).toMatchObject({ channel: "email", key: letter().key, to: "lin@example.org" });
  });
});
