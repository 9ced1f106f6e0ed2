import { databaseMs, type Measured, ownMs, perSecond, quantile, share, webMs } from "./measure";
import type { PageCost } from "./pages";

export interface Compared {
  name: string;
  must: string;
  byHand: Measured;
  byProduct: Measured;
  /** The product with one connection. */
  alone: Measured;
}
interface Whole {
  cases: number;
  compared: readonly Compared[];
  trips: Readonly<Record<string, number>>;
  pages: readonly PageCost[];
  memoryMiB: number;
  startedIn: number;
}

const ms = (value: number) => (Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 0) : "-");
const times = (value: number) => (Number.isFinite(value) ? `${value.toFixed(1)} ×` : "-");

function row({ name, must, byHand, byProduct, alone }: Compared) {
  const hand = databaseMs(byHand) + ownMs(byHand);
  const product = databaseMs(byProduct) + webMs(byProduct);
  return {
    name,
    must,
    ratio: perSecond(byProduct) / perSecond(byHand),
    cpu: product / hand,
    databaseCpu: databaseMs(byProduct) / databaseMs(byHand),
    webMs: webMs(byProduct),
    databaseMs: databaseMs(byProduct),
    limitMs: hand,
    aloneP50: quantile(alone.took, 0.5),
    p50: quantile(byProduct.took, 0.5),
    p95: quantile(byProduct.took, 0.95),
    limitP50: quantile(byHand.took, 0.5),
    failures: byProduct.failures + alone.failures,
    failure: byProduct.failure || alone.failure || byHand.failure,
  };
}

const line = (compared: Compared): string => {
  const { name, ratio, must, cpu, aloneP50, p50, p95, failures, failure } = row(compared);
  const failed = failures > 0 || failure ? `, ${failures} failed: ${failure}` : "";
  return `${name}: ${share(ratio)} (must ${must}), CPU ${times(cpu)}, alone ${ms(aloneP50)} ms, p50 ${ms(p50)}, p95 ${ms(p95)}${failed}`;
};

/** The table as Markdown. */
function table({ cases, compared, trips, pages, memoryMiB, startedIn }: Whole): string {
  const lines = [
    "",
    `${cases} disputes, ratios to a hand-written prepared statement in the same run`,
    "",
    "| work | throughput | must | CPU | of which database | web ms | alone p50 ms | p50 · p95 ms | limit p50 ms | round trips | failed |",
    "|---|---|---|---|---|---|---|---|---|---|---|",
    ...compared.map((one) => {
      const r = row(one);
      const cells = [
        r.name,
        share(r.ratio),
        r.must,
        times(r.cpu),
        times(r.databaseCpu),
        ms(r.webMs),
        ms(r.aloneP50),
        `${ms(r.p50)} · ${ms(r.p95)}`,
        ms(r.limitP50),
        trips[r.name] ?? "-",
        r.failures,
      ];
      return `| ${cells.join(" | ")} |`;
    }),
    "",
    "| page | status | web CPU ms | document KiB | script KiB at first | in all | round trips |",
    "|---|---|---|---|---|---|---|",
    ...pages.map((page) =>
      `| ${[page.path, page.status, page.webMs, page.documentKiB, page.firstScriptKiB, page.allScriptKiB, page.roundTrips ?? "-"].join(" | ")} |`,
    ),
    "",
    `Memory of the web process after the load: ${memoryMiB} MiB. Web and worker again ready after ${startedIn} ms.`,
  ];
  return lines.join("\n");
}

const json = (whole: Whole) => ({ ...whole, compared: whole.compared.map(row) });

export const report = { line, table, json };
