import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorityOf, folderSigner } from "@/server/certificates/parts/certificate-folder";
import type { Signer } from "@/server/certificates/parts/signed-data";
import { putCertificates, readCertificates } from "./certificate-files.mjs";

const committee = { committeeId: "0197f0a0-0000-7000-8000-000000000001", name: "柳湾镇人民调解委员会" };
const folder = mkdtempSync(path.join(tmpdir(), "zhongtiao-seal-keys-"));
const certificates = path.join(folder, "certificates");
let signer: Signer;
beforeAll(async () => {
  signer = await folderSigner(certificates, committee, new Date(0));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("putting keys of seals back", () => {
  it("leaves newer keys of the same authority, and sets those of another one aside", async () => {
    const put = async (name: string) =>
      putCertificates(path.join(folder, name), await readCertificates(certificates), new Date(0));
    cpSync(certificates, path.join(folder, "renewed"), { recursive: true });
    const own = path.join(folder, "renewed", `${committee.committeeId}.pem`);
    const later = new Date(Date.UTC(1974, 11, 1));
    await folderSigner(path.join(folder, "renewed"), committee, later);
    const renewed = readFileSync(own, "utf8");
    expect(renewed).not.toBe(readFileSync(path.join(certificates, path.basename(own)), "utf8"));
    rmSync(path.join(folder, "renewed", "authority.pem"));
    expect(await put("renewed")).toEqual({ put: 1, aside: null });
    expect(readFileSync(own, "utf8")).toBe(renewed);

    const others = await folderSigner(path.join(folder, "others"), committee, new Date(0));
    const { aside } = await put("others");
    expect(aside).toBe(path.join(folder, "others.before-1970-01-01T00-00-00-000Z"));
    expect((await authorityOf(path.join(folder, "others")))?.raw).toEqual(signer.chain[1]?.raw);
    expect((await authorityOf(aside ?? ""))?.raw).toEqual(others.chain[1]?.raw);
  });
});
