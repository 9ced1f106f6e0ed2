import type { Track } from "@/db/vocabulary";
import { type NumberedPaper, seriesOf } from "../../disputes/parts/number-patterns";
import type { PersonActor } from "../../kernel/actor";
import { forbidden } from "../../kernel/problem";

/** A series with the paper and the track whose numbers it holds. */
interface Series {
  paper: NumberedPaper;
  track: Track;
}

const ofCommittee: readonly Series[] = [
  { paper: "agreement", track: "peoples" },
  { paper: "oralAgreement", track: "peoples" },
  { paper: "dossier", track: "peoples" },
  { paper: "intake", track: "peoples" },
  { paper: "ending", track: "peoples" },
  { paper: "nonAcceptance", track: "peoples" },
];
const ofStation: readonly Series[] = [
  { paper: "agreement", track: "publicSecurity" },
  { paper: "onSpot", track: "publicSecurity" },
  { paper: "noPenalty", track: "publicSecurity" },
  { paper: "dossier", track: "publicSecurity" },
];

/** A series as counters name it. */
export const seriesKeys = [
  "agreement",
  "oralAgreement",
  "dossier",
  "intake",
  "ending",
  "nonAcceptance",
  "agreement.publicSecurity",
  "onSpot.publicSecurity",
  "noPenalty.publicSecurity",
  "dossier.publicSecurity",
] as const;
export type SeriesKey = (typeof seriesKeys)[number];

export interface OwnSeries {
  /** The committee or station whose numbers they are. */
  scope: string;
  isPolice: boolean;
  series: readonly (Series & { key: SeriesKey })[];
}

/** The series that a head answers for: of their committee, or of their station. */
export function ownSeries({ role, committeeId, stationId }: PersonActor): OwnSeries {
  const isPolice = role === "stationHead";
  const scope = isPolice ? stationId : role === "committeeHead" ? committeeId : null;
  if (!scope) throw forbidden();
  const series = (isPolice ? ofStation : ofCommittee).map((one) => ({
    ...one,
    key: seriesOf(one.paper, one.track) as SeriesKey,
  }));
  return { scope, isPolice, series };
}
