import { randomInt } from "node:crypto";

/** Never given twice: the moment of the run, and a count within it. */
let given = 0;
const begun = Date.now() % 1_000_000_000;

/** A building no other journey or run has: 江畔花园 123456789 号楼. */
export const ownPlace = () => `江畔花园 ${begun}${process.env.TEST_WORKER_INDEX ?? 0}${++given} 号楼 2 单元 301`;

/** A mobile number nobody else has. */
export const ownPhone = () => `1${randomInt(3_000_000_000, 9_999_999_999)}`;

/** A call's number at the dispatch centre. */
export const callNumber = () => `JJ${begun}-${process.env.TEST_WORKER_INDEX ?? 0}-${++given}`;

/** A neutral summary no other invitation has. */
export const ownSummary = () => `楼上装修动了墙，楼下墙面有裂缝，想请各方坐下来商量（${begun}-${++given}）。`;
