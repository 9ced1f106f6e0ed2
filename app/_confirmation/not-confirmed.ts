import type { DisputeType } from "@/db/vocabulary";
import { ofStatus, type Written, writtenIn } from "@/server/agreements/choices";

/** What no court confirms: it does not take up the first three (民诉法解释 355), and dismisses the last (358). */
export const barredSubjects = ["status", "title", "special", "unlawful"] as const;
export type BarredSubject = (typeof barredSubjects)[number];

const words: Record<BarredSubject, RegExp> = {
  status: ofStatus,
  title:
    /确权|权属|(?:所有权|使用权|承包权|经营权|物权|产权|宅基地|土地|林地|房屋|房产|商标|专利|著作权|版权)[^。；]{0,20}(?:归[^还]|属于)/,
  special: /宣告(?:失踪|死亡)|(?:无|限制)民事行为能力|公示催告|破产|选民资格|财产无主/,
  unlawful: /赌债|赌资|赌博|毒品|嫖|代孕|高利贷|不(?:得|再|许|能)(?:报警|报案|起诉|上访)|限制人身自由/,
};
/** Matters that often hold it, so that it is worth a look even where no clause says so. */
const usual: Partial<Record<DisputeType, BarredSubject>> = {
  family: "status",
  housing: "title",
  land: "title",
  demolition: "title",
};

/** What the court will not confirm, in which clauses; no clauses where the kind of matter alone makes one ask. */
export interface Barred {
  subject: BarredSubject;
  clauses: number[];
}

export function barredIn(clauses: readonly (Written & { ordinal: number })[], type: DisputeType | null): Barred[] {
  return barredSubjects
    .map((subject) => ({
      subject,
      clauses: clauses.filter((one) => words[subject].test(writtenIn(one))).map(({ ordinal }) => ordinal),
    }))
    .filter(({ subject, clauses: found }) => found.length > 0 || (type !== null && usual[type] === subject));
}
