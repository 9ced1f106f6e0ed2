import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isBodyHash, keyedBodyHash } from "./body-hash";
import {
  decrypted,
  encrypted,
  forgetKeys,
  hashOf,
  idNumberHashes,
  keyIdOf,
  keyRing,
  type Place,
  phoneHashes,
} from "./encrypt";
import { encryptedForm, hashForm } from "./encrypted-columns";
import { appendKey, keyLines, makeKeyFile, readKeyRing } from "./key-ring.mjs";

const countyId = "018f0000-0000-7000-8000-0000000000c1";
const place: Place = { countyId, table: "parties", column: "phone", id: "018f0000-0000-7000-8000-0000000000a1" };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "zhongtiao-keys-"));
  file = path.join(folder, "contact-keys");
  makeKeyFile(file);
  vi.stubEnv("ZHONGTIAO_CONTACT_KEYS", "");
  vi.stubEnv("ZHONGTIAO_CONTACT_KEY_FILE", file);
  forgetKeys();
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetKeys();
  rmSync(folder, { recursive: true });
});

describe("an encrypted value", () => {
  it("opens in its own place, and its form is the one the database demands", () => {
    for (const text of ["13911112222", "江畔花园 3 号楼 401", "a", "\u{20000}".repeat(120)]) {
      const value = encrypted(place, text);
      expect(value).toMatch(new RegExp(encryptedForm));
      expect(decrypted(place, value)).toBe(text);
    }
    expect([encrypted(place, ""), decrypted(place, "")]).toEqual(["", ""]);
  });

  it.each<Place>([
    { ...place, id: "018f0000-0000-7000-8000-0000000000a2" },
    { ...place, countyId: "018f0000-0000-7000-8000-0000000000c2" },
    { ...place, column: "address" },
    { countyId, table: "party_links", column: "phone", id: place.id },
  ])("does not open in another row, county, column or table", (other) => {
    expect(() => decrypted(other, encrypted(place, "13911112222"))).toThrow(/another row/);
  });

  it("does not open when one of its signs was changed, nor without its key", () => {
    const value = encrypted(place, "13911112222");
    for (const at of [14, 40, value.length - 2]) {
      const changed = value.slice(0, at) + (value[at] === "A" ? "B" : "A") + value.slice(at + 1);
      expect(() => decrypted(place, changed), `sign ${at}`).toThrow(/does not open/);
    }
    rmSync(file);
    makeKeyFile(file);
    forgetKeys();
    expect(() => decrypted(place, value)).toThrow(/which is not in .*ZHONGTIAO_CONTACT_KEY_FILE/);
    expect(() => decrypted(place, "13911112222")).toThrow(/not encrypted/);
  });

  it("tells neither that two are equal nor how long they are", () => {
    expect(encrypted(place, "13911112222")).not.toBe(encrypted(place, "13911112222"));
    expect(encrypted(place, "老街 1 号").length).toBe(encrypted(place, "0575-8555123").length);
  });

  it("opens with an older key after a new one was added, which encrypts from then on", () => {
    const before = encrypted(place, "13911112222");
    const first = keyRing().current.id;
    appendKey(file);
    forgetKeys();
    expect(decrypted(place, before)).toBe("13911112222");
    expect(keyIdOf(before)).toBe(first);
    const after = encrypted(place, "13911112222");
    expect(keyIdOf(after)).toBe(keyRing().current.id);
    expect(keyIdOf(after)).not.toBe(first);
    vi.stubEnv("ZHONGTIAO_CONTACT_KEYS", keyLines(keyRing()));
    forgetKeys();
    expect([decrypted(place, before), decrypted(place, after)]).toEqual(["13911112222", "13911112222"]);
  });
});

describe("a keyed hash", () => {
  it("is equal for two spellings of one number, and another in another county, for another purpose and with another key", () => {
    const { hash, lineHash, endHash } = phoneHashes(countyId, "139 1111 2222");
    expect(phoneHashes(countyId, "+86 13911112222")).toEqual({ hash, lineHash, endHash });
    expect(new Set([hash, lineHash, endHash, idNumberHashes(countyId, "139 1111 2222").hash]).size).toBe(4);
    for (const each of [hash, lineHash, endHash]) expect(each).toMatch(new RegExp(hashForm));
    expect(phoneHashes("018f0000-0000-7000-8000-0000000000c2", "13911112222").hash).not.toBe(hash);
    expect(phoneHashes(countyId, "")).toEqual({ hash: "", lineHash: "", endHash: "" });
    appendKey(file);
    forgetKeys();
    expect(phoneHashes(countyId, "13911112222").hash).not.toBe(hash);
  });

  it("of an extension differs, and that of its line does not", () => {
    const [line, extension] = ["0575-85551234", "0575-85551234转801"].map((text) => phoneHashes(countyId, text));
    expect(extension?.hash).not.toBe(line?.hash);
    expect([extension?.lineHash, extension?.endHash]).toEqual([line?.lineHash, line?.endHash]);
  });

  it("of a request's body is known again after the key was changed", () => {
    const stored = keyedBodyHash("ab12");
    appendKey(file);
    forgetKeys();
    expect([isBodyHash(stored, "ab12"), isBodyHash(stored, "ab13")]).toEqual([true, false]);
    expect(keyedBodyHash("ab12")).not.toBe(stored);
  });

  it("is not the contact key's own: nothing of the key is in the database", () => {
    expect(hashOf(countyId, "", "x")).not.toContain(keyRing().current.secret.toString("base64url").slice(0, 8));
  });
});

describe("the file of the keys", () => {
  it("is readable by its owner alone, is never written over, and is null where it is not there", () => {
    expect(() => makeKeyFile(file)).toThrow(/EEXIST/);
    expect(readKeyRing({ ZHONGTIAO_CONTACT_KEY_FILE: path.join(folder, "none") })).toBeNull();
    chmodSync(file, 0o640);
    expect(() => readKeyRing()).toThrow(/ZHONGTIAO_CONTACT_KEY_FILE.*chmod 600/s);
  });

  it.each([
    ["nothing", ""],
    ["words", "secret"],
    ["a short key", Buffer.alloc(31, 7).toString("base64url")],
    ["zeros", Buffer.alloc(32).toString("base64url")],
    ["a repeated pattern", Buffer.from("0123456789abcdef".repeat(2)).toString("base64url")],
  ])("is refused when it holds %s", (_what, line) => {
    writeFileSync(file, `# keys\n${line}\n`);
    expect(() => readKeyRing()).toThrow(/ZHONGTIAO_CONTACT_KEY_FILE/);
    if (line) expect(() => readKeyRing({ ZHONGTIAO_CONTACT_KEYS: line })).toThrow(/ZHONGTIAO_CONTACT_KEYS/);
  });

  it("keeps its older keys when a new one is added", () => {
    const before = readFileSync(file, "utf8");
    appendKey(file);
    expect(readFileSync(file, "utf8").startsWith(before)).toBe(true);
    expect(readKeyRing()?.keys.length).toBe(2);
  });

  it("is closed to others also where a change was interrupted that left a file open to them", () => {
    writeFileSync(`${file}.new`, "zhongtiao-contact-key-1 half", { mode: 0o644 });
    appendKey(file);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readKeyRing()?.keys.length).toBe(2);
    expect(existsSync(`${file}.new`)).toBe(false);
  });
});
