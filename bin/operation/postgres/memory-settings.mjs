import { totalmem } from "node:os";
import { Fault } from "../console/fault.mjs";

const mb = 1024 * 1024;
/** @param {number} megabytes @param {number} least @param {number} most */
const between = (megabytes, least, most) => `${Math.round(Math.min(Math.max(megabytes, least), most))}MB`;

/**
 * What of the server's settings follows the machine: PostgreSQL's own are for one with a tenth of this memory. A quarter
 * for the pages it keeps, because web, worker and the system's own cache need the rest; bounded, because more helps
 * nobody. ZHONGTIAO_POSTGRES="shared_buffers=2GB work_mem=16MB" sets each of them otherwise.
 * @param {number} [total] bytes of memory
 * @param {string} [named]
 * @returns {Record<string, string>}
 */
export function memorySettings(total = memoryHere(), named = process.env.ZHONGTIAO_POSTGRES) {
  const megabytes = total / mb;
  /** @type {Record<string, string>} */
  const settings = {
    shared_buffers: between(megabytes / 4, 128, 4096),
    effective_cache_size: between(megabytes / 2, 256, 65_536),
    // Each sort of each connection may take so much.
    work_mem: between(megabytes / 800, 4, 32),
    maintenance_work_mem: between(megabytes / 16, 64, 1024),
    max_wal_size: between(megabytes / 4, 1024, 4096),
    min_wal_size: "256MB",
    // Short statements are compiled for longer than they run.
    jit: "off",
    // Today's disks read anywhere as fast as in a row.
    random_page_cost: "1.1",
  };
  for (const each of (named ?? "").split(/[\s,]+/).filter(Boolean)) {
    const [, name = "", value = ""] = /^([a-z_]+)=([0-9A-Za-z.]+)$/.exec(each) ?? [];
    if (!Object.hasOwn(settings, name))
      throw new Fault(
        `ZHONGTIAO_POSTGRES names "${each}"; it takes name=value of ${Object.keys(settings).join(", ")}.`,
      );
    settings[name] = value;
  }
  return settings;
}

/** The machine's memory, or what this container may take of it. */
function memoryHere() {
  const limit = process.constrainedMemory?.() ?? 0;
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
