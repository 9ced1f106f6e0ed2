import { hash, verify } from "@node-rs/argon2";

const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
let decoy: Promise<string> | undefined;

/** argon2id with 19 MiB and two passes. */
export const hashPassword = (password: string): Promise<string> => hash(password, options);

/** Whether the password is right. Without a hash it takes the same time, so that unknown names do not answer faster. */
export async function fitsPassword(storedHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("no account has this password");
  const fits = await verify(storedHash ?? (await decoy), password);
  return storedHash !== null && fits;
}
