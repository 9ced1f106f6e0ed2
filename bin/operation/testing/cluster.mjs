import { step } from "../console/step.mjs";
import { temporaryCluster } from "../postgres/temporary.mjs";
import { atStop } from "../processes/shutdown.mjs";

/** @type {Awaited<ReturnType<typeof temporaryCluster>> | undefined} */
let cluster;

/** The one cluster of this test run, started when first asked for and removed at the end. */
export async function testCluster() {
  if (cluster) return cluster;
  await step("Starting a PostgreSQL for the tests", async () => {
    cluster = await temporaryCluster("test", { isDisposable: true });
    atStop(cluster.remove, cluster.kill);
  });
  return /** @type {NonNullable<typeof cluster>} */ (cluster);
}
