import { expect, it } from "vitest";
import { comparedWith, traceOf } from "./compare";

const said = (code: string) => `/ContactInfo (${code})`;
const codeOf = (text: string) => traceOf(Buffer.from(text, "latin1")).code;

it("finds the code that the last signature names, and nothing where there is none", () => {
  expect(codeOf(`%PDF ${said("ABCDEFGH2345")} ${said("ZYXWVUTS9876")} %%EOF`)).toBe("ZYXWVUTS9876");
  expect(codeOf(`${said("ABCDEFGH2345")}${said("短")}${said("ABC")}/ContactInfo (`)).toBe("ABCDEFGH2345");
  for (const none of ["", "%PDF", said("abcdefgh2345"), said("ABCDEFGH2345X"), "/ContactInfo (ABCDEFGH2345"])
    expect(codeOf(none), none).toBe("");
});

it("looks through a file that says it as often as it can, without keeping what it saw", () => {
  const hostile = Buffer.from("/ContactInfo (abcdefghijkl)".repeat(300_000), "latin1");
  const spent = process.cpuUsage();
  const { heapUsed } = process.memoryUsage();
  expect(traceOf(hostile).code).toBe("");
  const { user } = process.cpuUsage(spent);
  expect(user / 1e6).toBeLessThan(5);
  // One short text for each of them, which is let go again.
  expect((process.memoryUsage().heapUsed - heapUsed) / 2 ** 20).toBeLessThan(64);
});

it("tells the same file from one with something behind it and from another", () => {
  const [file, other] = [Buffer.from("%PDF-1.7 a"), Buffer.from("%PDF-1.7 b")];
  const known = { sha256: traceOf(file).sha256, bytes: file.length };
  expect(comparedWith(file, known)).toBe("same");
  expect(comparedWith(Buffer.concat([file, other]), known)).toBe("added");
  expect(comparedWith(other, known)).toBe("altered");
});
