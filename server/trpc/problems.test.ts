import { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../api/root";
import { conflict, forbidden, invalid, notFound } from "../kernel/problem";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { callerFactory } from "./init";
import { toTrpcError } from "./problems";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const wrapped = (cause: Error) => new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause });

describe("a refusal as HTTP", () => {
  it("keeps its kind when tRPC has wrapped it", () => {
    expect(toTrpcError(wrapped(conflict("taken")), "TEST").code).toBe("CONFLICT");
    expect(toTrpcError(wrapped(notFound()), "TEST").code).toBe("NOT_FOUND");
    expect(toTrpcError(wrapped(forbidden()), "TEST").code).toBe("FORBIDDEN");
    expect(toTrpcError(wrapped(invalid("invalid")), "TEST").code).toBe("BAD_REQUEST");
  });

  it("is unchanged when translated twice, and an unexpected error stays one", () => {
    const translated = toTrpcError(wrapped(conflict("taken")), "TEST");
    expect(toTrpcError(translated, "TEST")).toBe(translated);
    const fault = toTrpcError(new Error("broken"), "TEST");
    expect(fault.code).toBe("INTERNAL_SERVER_ERROR");
    expect(toTrpcError(fault, "TEST")).toBe(fault);
  });

  it("is 503 while the database cannot be reached, however deep the driver's error is wrapped", () => {
    const driver = (code: string) => Object.assign(new Error("x"), { code });
    for (const code of ["57P01", "57P03", "53300", "08006", "ECONNREFUSED", "CONNECTION_CLOSED", "CONNECT_TIMEOUT"])
      expect(toTrpcError(wrapped(new Error("query", { cause: driver(code) })), "TEST").code, code).toBe(
        "SERVICE_UNAVAILABLE",
      );
    for (const code of ["ENOENT", "57014", "42P01"])
      expect(toTrpcError(wrapped(driver(code)), "TEST").code, code).toBe("INTERNAL_SERVER_ERROR");
  });

  it("reaches the caller: absent or hidden is NOT_FOUND, a role that may not is FORBIDDEN", async () => {
    const caller = (username: string) =>
      callerFactory(appRouter)({
        signedIn: { actor: county.actor(username), mustChangePassword: false } as never,
        now: new Date(),
        requestId: "TEST",
      });
    await expect(
      caller("mediator").sessions.ofDispute({ disputeId: "01890000-0000-7000-8000-000000000000" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(caller("admin").sessions.rooms({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("names what is wrong with a field where the field says so itself", async () => {
    const caller = callerFactory(appRouter)({
      signedIn: { actor: county.actor("mediator"), mustChangePassword: false } as never,
      now: new Date(),
      requestId: "TEST",
    });
    const [party, other] = intake().parties;
    const codes: string[] = [];
    for (const over of [
      { title: "一行\n两行" },
      { parties: [{ ...party, phone: "13800001111 13900002222" }, other] },
      { parties: [{ ...party, idNumber: "110101199001011234" }, other] },
      { parties: [{ ...party, kind: "organisation", creditCode: "123" }, other] },
    ])
      codes.push(
        await refusedWith(
          caller.disputes.register({ key: crypto.randomUUID(), input: { ...intake(), ...over } as never }),
        ),
      );
    expect(codes).toEqual(["oneLineOnly", "onePhone", "noIdNumber", "noCreditCode"]);
  });

  it("is given before anything else to whoever still has somebody else's password", async () => {
    const caller = callerFactory(appRouter)({
      signedIn: { actor: county.actor("mediator"), mustChangePassword: true } as never,
      now: new Date(),
      requestId: "TEST",
    });
    expect(await refusedWith(caller.sessions.rooms({}))).toBe("mustChangePassword");
  });
});
