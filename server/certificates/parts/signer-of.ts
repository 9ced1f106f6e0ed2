import { certificateFolder, folderSigner, type Sealer } from "./certificate-folder";
import { ownSigner } from "./own-certificate.mjs";
import type { Signer } from "./signed-data";

/** With what a committee signs: the certificate that the settings name, else one of this installation's own authority. */
export const signerOf = async (sealer: Sealer, now: Date): Promise<Signer> =>
  ownSigner(process.env, now) ?? folderSigner(certificateFolder(), sealer, now);
