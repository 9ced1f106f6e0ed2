import { Fault } from "../console/fault.mjs";

/**
 * Fails by the setting's name where it names a certificate for seals that cannot be used: otherwise the first seal would find it
 * out. Its package is loaded where a setting asks for it alone.
 * @param {Readonly<Record<string, string | undefined>>} [env]
 */
export async function demandSealCertificate(env = process.env) {
  if (!env.ZHONGTIAO_SEAL_PFX && !env.ZHONGTIAO_SEAL_PFX_PASSWORD) return;
  const { ownSigner } = await import("../../../server/certificates/parts/own-certificate.mjs");
  try {
    ownSigner(env, new Date());
  } catch (error) {
    throw new Fault(`Not started: ${/** @type {Error} */ (error).message}`);
  }
}
