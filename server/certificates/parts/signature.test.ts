import { X509Certificate } from "node:crypto";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import forge from "node-forge";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawPdf } from "../../papers/draw/pdf";
import { sheetOf } from "../../papers/draw/sheet";
import { chanceFor } from "../../testing/chance";
import { samplePaper } from "../../testing/official-papers/sample-paper";
import { authorityOf, folderSigner } from "./certificate-folder";
import { ownSigner } from "./own-certificate.mjs";
import { signatureIn, signPdf } from "./pdf-signature";
import { checkSignature, type Signer } from "./signed-data";

const committee = { committeeId: "0197f0a0-0000-7000-8000-000000000001", name: "柳湾镇人民调解委员会" };
const { md } = forge;
const chance = chanceFor("altered sealed papers");
const now = new Date("2026-03-28T02:00:00Z");
const words = { name: committee.name, reason: "加盖印章", contact: "ABCDEFGHJKMN", at: now };

let folder: string;
let signer: Signer;
let drawn: Buffer;
let signed: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhongtiao-certificates-"));
  signer = await folderSigner(folder, committee, now);
  const paper = samplePaper(14);
  drawn = await drawPdf(sheetOf(paper), paper.names, now);
  signed = signPdf(drawn, words, signer);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

const fault = (pdf: Buffer) => {
  const found = signatureIn(pdf);
  return found ? checkSignature(found.cms, found.signed).fault : "none";
};

describe("the signature of a PDF", () => {
  it("stands behind what was drawn, over all of the file, with the certificates and the time", () => {
    expect(signed.subarray(0, drawn.length).equals(drawn)).toBe(true);
    const found = signatureIn(signed);
    if (!found) throw new Error("no signature");
    expect(found.signedAt).toEqual(now);
    const checked = checkSignature(found.cms, found.signed);
    expect(checked.fault).toBeNull();
    expect("chain" in checked && checked.chain.map(({ fingerprint256 }) => fingerprint256)).toEqual(
      signer.chain.map(({ fingerprint256 }) => fingerprint256),
    );
    expect(found.signed.reduce((sum, part) => sum + part.length, 0)).toBe(signed.length - 24_002);
  });

  it("finds one changed byte at each of 200 places, one byte more and one less, and what is added behind", () => {
    for (let i = 0; i < 200; i += 1) {
      const altered = Buffer.from(signed);
      const at = chance.below(altered.length);
      altered[at] = (altered[at] ?? 0) ^ (1 << chance.below(8));
      expect(fault(altered), `byte ${at}`).not.toBeNull();
    }
    expect(fault(signed.subarray(0, -1))).not.toBeNull();
    expect(fault(Buffer.concat([signed, Buffer.from("\n")]))).not.toBeNull();
    expect(fault(drawn)).toBe("none");
    expect(fault(Buffer.from("%PDF-1.7\n/ByteRange [0 ".repeat(2_000)))).toBe("none");
  });

  it("finds a signature taken from another paper, and one by a certificate that another authority made", async () => {
    const paper = samplePaper(2);
    const other = signPdf(await drawPdf(sheetOf(paper), paper.names, now), words, signer);
    const [own, its] = [signatureIn(signed), signatureIn(other)];
    if (!own || !its) throw new Error("no signature");
    expect(checkSignature(its.cms, own.signed).fault).toBe("altered");
    const [certificate] = signer.chain;
    const self = forge.pki.createCertificate();
    const keys = forge.pki.rsa.generateKeyPair(1024);
    self.publicKey = keys.publicKey;
    self.setSubject([{ name: "commonName", value: "elsewhere" }]);
    self.setIssuer([{ name: "commonName", value: "elsewhere" }]);
    self.sign(keys.privateKey, md.sha256.create());
    const stranger = new X509Certificate(forge.pki.certificateToPem(self));
    const mixed = signPdf(drawn, words, { key: signer.key, chain: [certificate as X509Certificate, stranger] });
    expect(fault(mixed)).toBe("certificate");
  });
});

describe("the keys", () => {
  it("are made once, for each committee by the authority of the installation, and nobody else reads them", async () => {
    const again = await folderSigner(folder, committee, now);
    expect(again.chain[0]?.fingerprint256).toBe(signer.chain[0]?.fingerprint256);
    expect(signer.chain[0]?.subject).toContain(`CN=${committee.name}`);
    expect(signer.chain[1]?.fingerprint256).toBe((await authorityOf(folder))?.fingerprint256);
    const names = (await readdir(folder)).sort();
    expect(names).toEqual([`${committee.committeeId}.pem`, "authority-key.pem", "authority.pem"]);
    for (const name of [names[0], names[1]])
      expect((await stat(path.join(folder, name ?? ""))).mode & 0o777, name).toBe(0o600);
  });

  it("leave a certificate to hand out, also where the key alone was put back", async () => {
    await rm(path.join(folder, "authority.pem"));
    await folderSigner(folder, committee, now);
    expect((await authorityOf(folder))?.fingerprint256).toBe(signer.chain[1]?.fingerprint256);
  });

  it("are followed by new ones where the committee has another name or the certificate ends soon", async () => {
    const renamed = await folderSigner(folder, { ...committee, name: "柳湾街道人民调解委员会" }, now);
    expect(renamed.chain[0]?.subject).toContain("CN=柳湾街道人民调解委员会");
    const later = await folderSigner(
      folder,
      { ...committee, name: "柳湾街道人民调解委员会" },
      new Date(now.getTime() + 4.9 * 365 * 86_400_000),
    );
    expect(later.chain[0]?.fingerprint256).not.toBe(renamed.chain[0]?.fingerprint256);
  }, 60_000);
});

describe("a certificate from elsewhere", () => {
  const pfxOf = async (password: string, options: { algorithm: "3des" | "aes256" }) => {
    const key = forge.pki.privateKeyFromPem(signer.key.export({ type: "pkcs8", format: "pem" }).toString());
    const chain = signer.chain.map((one) => forge.pki.certificateFromPem(one.toString()));
    const file = path.join(folder, `${options.algorithm}.pfx`);
    const asn1 = forge.pkcs12.toPkcs12Asn1(key, chain, password, options);
    await writeFile(file, forge.asn1.toDer(asn1).getBytes(), "binary");
    return file;
  };

  it("is read from the file that a setting names, whatever encrypts it, and signs", async () => {
    for (const algorithm of ["3des", "aes256"] as const) {
      const file = await pfxOf("好密码 1", { algorithm });
      const own = ownSigner({ ZHONGTIAO_SEAL_PFX: file, ZHONGTIAO_SEAL_PFX_PASSWORD: "好密码 1" }, now);
      expect(own?.chain).toHaveLength(2);
      expect(fault(signPdf(drawn, words, own as Signer))).toBeNull();
    }
    expect(ownSigner({}, now)).toBeNull();
  });

  it("is refused by the setting's name where it cannot be read or opened, or has ended", async () => {
    const file = await pfxOf("right", { algorithm: "aes256" });
    const settings = { ZHONGTIAO_SEAL_PFX: file, ZHONGTIAO_SEAL_PFX_PASSWORD: "right" };
    const read =
      (over: Record<string, string | undefined>, at = now) =>
      () =>
        ownSigner({ ...settings, ...over }, at);
    expect(read({ ZHONGTIAO_SEAL_PFX: "/nowhere.pfx" })).toThrow(/ZHONGTIAO_SEAL_PFX\) cannot be read \(ENOENT\)/);
    expect(read({ ZHONGTIAO_SEAL_PFX_PASSWORD: "wrong" })).toThrow("ZHONGTIAO_SEAL_PFX_PASSWORD is not its password");
    expect(read({ ZHONGTIAO_SEAL_PFX: undefined })).toThrow("is set without ZHONGTIAO_SEAL_PFX");
    expect(read({}, new Date("2050-01-01T00:00:00Z"))).toThrow(/ZHONGTIAO_SEAL_PFX\) ended on 2031-/);
    expect(read({}, new Date("2020-01-01T00:00:00Z"))).toThrow(/begins on 2026-03-27/);
  });
});
