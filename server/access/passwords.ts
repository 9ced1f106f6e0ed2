import { hash, verify } from "@node-rs/argon2";

const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
let decoy: Promise<string> | undefined;

/** argon2id with 19 MiB and two passes. */
export const hashPassword = (password: string): Promise<string> => hash(password, options);

/** Does the password fit? Without a hash it spends the same time, so that unknown names do not answer faster. */
export async function fitsPassword(storedHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("no account has this password");
  const fits = await verify(storedHash ?? (await decoy), password);
  return storedHash !== null && fits;
}

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** At least 12 characters of at least 3 classes (profile "dengbao"). */
export const isStrongPassword = (password: string): boolean =>
  password.length >= 12 && password.length <= 200 && classes.filter((pattern) => pattern.test(password)).length >= 3;
