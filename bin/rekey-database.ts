// The part of npm run db:rekey that needs the database; bin/rekey.mjs starts it.

import { forgetKeys, keyRing } from "@/db/encryption/encrypt";
import { demandKeys, giveUpLost, keysInUse, reencryptStale } from "@/db/encryption/keep-encrypted";
import { appendKey, keyFile } from "@/db/encryption/key-ring.mjs";
import { openWithoutLimits } from "./operation/backup/copy-rows";
import { demandAlone } from "./operation/backup/set-aside";
import { Fault, tell } from "./operation/console/fault.mjs";

const sql = openWithoutLimits(process.env.DATABASE_URL ?? "");

async function rekey(): Promise<void> {
  // The hashes change with the key: who searched meanwhile would miss what is not done yet.
  await demandAlone(sql);
  if (process.argv.includes("--give-up-lost")) {
    const count = await giveUpLost(sql);
    process.stdout.write(`${count} values that no key opens were emptied.\n`);
    return;
  }
  await demandKeys(sql);
  const isBegun = (await keysInUse(sql)).some((id) => id !== keyRing().current.id);
  if (!isBegun) {
    const file = keyFile();
    if (!file)
      throw new Fault("The keys are in ZHONGTIAO_CONTACT_KEYS: add a new one at its end there, and start this again.");
    appendKey(file);
    forgetKeys();
  }
  const changed = await reencryptStale(sql);
  process.stdout.write(
    `${changed} rows are encrypted with the key ${keyRing().current.id}, the last one in ${keyRing().where}. ` +
      "Copy that file to the safe now. Keep its older lines as long as there are backups from before.\n",
  );
}

await rekey()
  .catch((error) => {
    tell(error);
    process.exitCode = 1;
  })
  .finally(() => sql.end({ timeout: 5 }));
